import type { Recogniser } from './recogniser'

/** All recognisers. Adding one is adding a file and a line here. */
export const recognisers: readonly Recogniser[] = []
