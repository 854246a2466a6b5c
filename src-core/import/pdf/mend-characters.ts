/**
 * Fonts without a proper Unicode table map Chinese characters to look-alike radicals. NFKC turns the Kangxi block (U+2F00–2FDF) back;
 * of the CJK Radicals Supplement it knows only two, so the simplified forms that stand for whole characters are listed here.
 */
const supplement: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '⺟': '母',
    '⺠': '民',
    '⻁': '虎',
    '⻄': '西',
    '⻅': '见',
    '⻆': '角',
    '⻉': '贝',
    '⻋': '车',
    '⻑': '长',
    '⻒': '镸',
    '⻓': '长',
    '⻔': '门',
    '⻘': '青',
    '⻙': '韦',
    '⻚': '页',
    '⻛': '风',
    '⻜': '飞',
    '⻝': '食',
    '⻢': '马',
    '⻣': '骨',
    '⻤': '鬼',
    '⻥': '鱼',
    '⻦': '鸟',
    '⻧': '卤',
    '⻨': '麦',
    '⻩': '黄',
    '⻪': '黾',
    '⻫': '齐',
    '⻬': '齐',
    '⻭': '齿',
    '⻮': '齿',
    '⻯': '竜',
    '⻰': '龙',
    '⻱': '龟',
    '⻲': '龟',
    '⻳': '龟',
  }),
)

/** Ligatures apart, radicals back to characters, invisible marks out, every kind of space to one. */
export function mendCharacters(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06\u2f00-\u2fdf]/g, (character) => character.normalize('NFKC'))
    .replace(
      /[\u2e80-\u2eff]/g,
      (character) => supplement.get(character) ?? character.normalize('NFKC'),
    )
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200b\u2060\ufeff\ufffe\uffff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
}
