import type { FontSlice } from '../../src-core/brief/fonts'
import slices from './slices.json'

/** Every font file that a brief may embed, in the order in which a character looks for its face. */
export const fontSlices: readonly FontSlice[] = slices
