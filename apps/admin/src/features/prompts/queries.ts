import type { PromptVersionDto, ToolPromptDto } from '@mozhou/contracts/prompts/answers'
import type { PromptKey } from '@mozhou/contracts/prompts/keys'
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const promptsKey = ['prompts'] as const

export function toolPrompts() {
  return queryOptions({
    queryKey: [...promptsKey, 'list'] as const,
    queryFn: async ({ signal }): Promise<(ToolPromptDto & { id: string })[]> => {
      const list: ToolPromptDto[] = await api.prompts.list.query(undefined, { signal })
      return list.map((row) => ({ ...row, id: row.tool }))
    },
  })
}

export function promptVersions(tool: PromptKey) {
  return queryOptions({
    queryKey: [...promptsKey, 'versions', tool] as const,
    queryFn: ({ signal }): Promise<PromptVersionDto[]> => api.prompts.versions.query({ tool }, { signal }),
  })
}
