import { mendCharacters } from '@core/import/pdf/mend-characters'
import { describe, expect, it } from 'vitest'

describe('mendCharacters', () => {
  it.each([
    ['ligatures', 'ﬁle and oﬀice', 'file and office'],
    ['Kangxi radicals', '⼤⽇本', '大日本'],
    ['simplified radicals', '⻥⻢⻛', '鱼马风'],
    ['invisible marks', 'a\u200bb\ufeffc', 'abc'],
    ['spaces of all kinds', 'a\u00a0\u2003b', 'a b'],
    ['no sign that means something', '™ ² ½ ①', '™ ² ½ ①'],
  ])('mends %s', (_, text, mended) => {
    expect(mendCharacters(text)).toBe(mended)
  })
})
