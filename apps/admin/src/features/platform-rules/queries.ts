import type {
  PlatformRuleChangeDto,
  WordListTermsDto,
  WordListVersionDto,
} from '@mozhou/contracts/platform-rules/answers'
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const platformRulesKey = ['platform-rules'] as const

export function ruleChanges() {
  return queryOptions({
    queryKey: [...platformRulesKey, 'changes'] as const,
    queryFn: ({ signal }): Promise<PlatformRuleChangeDto[]> => api.platformRules.changes.query(undefined, { signal }),
  })
}

export function ruleHistory(code: string) {
  return queryOptions({
    queryKey: [...platformRulesKey, 'history', code] as const,
    queryFn: ({ signal }): Promise<PlatformRuleChangeDto[]> => api.platformRules.history.query({ code }, { signal }),
  })
}

export function wordLists() {
  return queryOptions({
    queryKey: [...platformRulesKey, 'word-lists'] as const,
    queryFn: ({ signal }): Promise<WordListVersionDto[]> => api.platformRules.wordLists.query(undefined, { signal }),
  })
}

export function wordList(number: number) {
  return queryOptions({
    queryKey: [...platformRulesKey, 'word-list', number] as const,
    queryFn: ({ signal }): Promise<WordListTermsDto> => api.platformRules.wordList.query({ number }, { signal }),
  })
}
