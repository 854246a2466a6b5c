import pack from './cmaps.json'

/** CMaps that PDF text in Chinese, Japanese and Korean needs, packed; `createCMapLookUp` of core unpacks them. */
export const cmapPack = pack
