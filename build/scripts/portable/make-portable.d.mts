export function makePortable(root: string, version: string): Uint8Array
