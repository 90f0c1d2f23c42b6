/** What the platform stands on, as the API sees it. `sandbox` is there only where models or channels may point at it. */
export const overviewParts = ['postgres', 'redis', 'temporal', 'worker', 'sandbox'] as const
export type OverviewPart = (typeof overviewParts)[number]
