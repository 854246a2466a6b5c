/** Path of an installed Electron runtime, or undefined; asks the disk only. */
export function findElectron(root: string): string | undefined
