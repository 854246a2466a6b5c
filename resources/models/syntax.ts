import model from './english-syntax.txt?raw'

/** Weights of the English tagger and parser for `loadSyntax`; origin, licence and fitting stand in the file's head. */
export const englishSyntaxModel: string = model
