/** What a model may be asked for one platform: a title that fits there, tags that are its own. */
export const suggestionKinds = ['title', 'tags'] as const
export type SuggestionKind = (typeof suggestionKinds)[number]

/** Credits of one asking: a few lines, where a text is hundreds. Free of zod, so that a page may show it at once. */
export const suggestionPriceCredits = 1

/** Of what a model answers so many are offered. */
export const mostSuggestions = 10
