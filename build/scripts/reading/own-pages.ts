/** Own sentences stand behind the pages and are in no fold: they are always learned from, never measured on. */
export const firstOwnPage = 1000
