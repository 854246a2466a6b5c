import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'

/** Paths that the system handed to the application, waiting for the window to take them. */
export class OpenedFileQueue {
  #paths: string[] = []

  get size(): number {
    return this.#paths.length
  }

  add(paths: readonly string[]): void {
    this.#paths.push(...paths.filter((path) => !this.#paths.includes(path)))
  }

  take(): readonly string[] {
    const taken = this.#paths
    this.#paths = []
    return taken
  }
}

/** The existing files named in an argument list, switches and the application's own path left out. */
export function filesInArguments(
  argv: readonly string[],
  workingDirectory: string,
  isPackaged: boolean,
): readonly string[] {
  return argv
    .slice(isPackaged ? 1 : 2)
    .filter((argument) => argument !== '' && !argument.startsWith('-'))
    .map((argument) => resolve(workingDirectory, argument))
    .filter((path) => existsSync(path) && statSync(path).isFile())
}
