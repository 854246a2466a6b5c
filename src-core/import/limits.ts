const megabyte = 1024 * 1024

/**
 * Largest files that are read. Reading is linear and goes part by part (`extraction/read-in-parts.ts`), some seconds for each megabyte of text;
 * above these sizes a file is a dump, not a report, and is refused by `too-large` instead of filling an analyst's laptop.
 */
export const maxTextBytes = 64 * megabyte
export const maxHtmlBytes = 48 * megabyte
export const maxPdfBytes = 200 * megabyte
/** Tables and bundles: each row or object is a line of the text. */
export const maxTableBytes = 32 * megabyte
export const maxBundleBytes = 64 * megabyte
export const maxMailBytes = 100 * megabyte

/** Archives, by what their directory states. Members are unpacked one at a time, so a total costs time, not memory. */
export const maxArchiveBytes = 256 * megabyte
export const maxMemberBytes = 200 * megabyte
export const maxUnpackedBytes = 4096 * megabyte
export const maxMembers = 10_000
/** XML and JSON pack to a fiftieth at best; a bomb packs to a thousandth. */
export const maxPackRatio = 200
/** An archive in a mail in an archive: a member that many containers deep is not opened. */
export const maxDepth = 5
/** The parts of a Word or OpenDocument file that hold its text. */
export const maxPartBytes = 64 * megabyte

/** Detection never looks further than this into a file. */
export const sampleBytes = 64 * 1024
