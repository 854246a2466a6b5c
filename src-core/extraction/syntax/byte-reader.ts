/** Reads the binary part of a model: bytes and LEB128 unsigned integers. */
export class ByteReader {
  private position = 0
  constructor(private readonly bytes: Uint8Array) {}

  get offset(): number {
    return this.position
  }

  get isAtEnd(): boolean {
    return this.position >= this.bytes.length
  }

  byte(): number {
    return this.bytes[this.position++] ?? 0
  }

  varint(): number {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = this.bytes[this.position++] ?? 0
      value += (byte & 127) * scale
      if (byte < 128) return value
      scale *= 128
    }
  }

  /** A view on the next bytes, not a copy. */
  take(length: number): Uint8Array {
    this.position += length
    return this.bytes.subarray(this.position - length, this.position)
  }
}
