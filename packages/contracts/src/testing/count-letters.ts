/** Stands in for the counting of words that checks are handed. */
export const countLetters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
