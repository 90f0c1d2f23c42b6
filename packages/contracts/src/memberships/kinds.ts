/** What a period of membership came from. */
export const periodSources = ['order', 'gift', 'seed'] as const
export type PeriodSource = (typeof periodSources)[number]
