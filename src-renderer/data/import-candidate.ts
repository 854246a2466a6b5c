/** A file that may be imported. Nothing of it is read before its turn comes. */
export interface ImportCandidate {
  /** With folders, as dropped: `stick/2024/report.pdf`. */
  readonly name: string
  /** Bytes; absent where only opening the file would tell. */
  readonly size?: number
  /** Containers that it lies in; absent: none. */
  readonly depth?: number
  /** May reject: the file has moved, or may not be read. */
  readonly open: () => Promise<Blob>
}

export function candidateFromFile(file: File): ImportCandidate {
  return {
    // Empty unless a whole folder was chosen.
    name: file.webkitRelativePath || file.name,
    size: file.size,
    open: () => Promise.resolve(file),
  }
}

/** For bytes that are in memory already: files that the shell opened, samples. */
export function candidateFromBytes(name: string, bytes: ArrayBuffer): ImportCandidate {
  return { name, size: bytes.byteLength, open: () => Promise.resolve(new Blob([bytes])) }
}
