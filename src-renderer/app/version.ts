/** The same as in package.json (a test compares them): the page stands alone. */
export const version = '0.1.0'
