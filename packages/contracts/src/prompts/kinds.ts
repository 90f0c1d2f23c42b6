export const promptStatuses = ['draft', 'live', 'retired'] as const
export type PromptStatus = (typeof promptStatuses)[number]

/** `code`: came with a release; `admin`: an operator wrote it. */
export const promptSources = ['code', 'admin'] as const
