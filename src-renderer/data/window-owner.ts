/** A window's name among all that have this case open, and which of the others live. */
export interface WindowOwner {
  readonly owner: string
  readonly livingOwners: () => Promise<ReadonlySet<string>>
}

/** Holds a lock of its name as long as the window lives: the browser lets go of it in a crash, too. Without locks nobody else is taken to live. */
export function claimOwner(owner: string, locks: LockManager | undefined): WindowOwner {
  const prefix = 'gnomon-import-'
  void locks?.request(`${prefix}${owner}`, () => new Promise<never>(() => undefined))
  return {
    owner,
    livingOwners: async () => {
      const held = (await locks?.query())?.held ?? []
      return new Set(
        held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])),
      )
    },
  }
}
