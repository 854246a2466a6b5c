declare const brand: unique symbol

/** A string that may only be made by the one function that vouches for it. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }
