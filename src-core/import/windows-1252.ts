/** What Windows-1252 has where Latin-1 has control characters, U+0080 to U+009F; five places are empty. */
const table = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

export function windows1252Character(code: number): string {
  return table[code - 0x80] ?? '\ufffd'
}

/** Some hosts decode "windows-1252" as Latin-1 (Node 20 does); no text means control characters of the C1 range. */
export function mendC1(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (character) =>
    windows1252Character(character.charCodeAt(0)),
  )
}
