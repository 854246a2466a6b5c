export interface StorageState {
  readonly used: string
  readonly persisted: boolean
}

/** What the browser says about the space that the case takes; a profile may refuse to say. */
export async function readStorage(): Promise<StorageState | undefined> {
  try {
    const { usage = 0 } = await navigator.storage.estimate()
    return {
      used: `${(usage / 1e6).toFixed(1)} MB`,
      persisted: await navigator.storage.persisted(),
    }
  } catch {
    // No storage manager on this page: the view says "not known".
    return undefined
  }
}
