/** Changes with every change of the rules or weights that can change a reading: stored readings are made anew then. */
export const readerVersion = '1.0.0'
