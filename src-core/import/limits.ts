const megabyte = 1024 * 1024

/**
 * Largest files that are read. Reading is linear and goes part by part (`extraction/read-in-parts.ts`), some seconds for each megabyte of text;
 * above these sizes a file is a dump, not a report, and is refused by `too-large` instead of filling an analyst's laptop.
 */
export const maxTextBytes = 64 * megabyte
export const maxHtmlBytes = 48 * megabyte
export const maxPdfBytes = 200 * megabyte

/** Detection never looks further than this into a file. */
export const sampleBytes = 64 * 1024
