export const ruleSeverities = ['block', 'warn', 'info'] as const

/** What a list of words may hold: it goes to every browser in which somebody writes for a platform. */
export const mostListedTerms = 3_000
export const longestListedTerm = 60
export const mostSafeCollocations = 20
