import type {
  PlatformRuleChangeDto,
  PlatformRulesDto,
  WordListTermsDto,
  WordListVersionDto,
} from '@mozhou/contracts/platform-rules/answers'
import {
  platformRuleCodeInput,
  restoreWordListInput,
  saveWordListInput,
  setPlatformRuleInput,
  wordListNumberInput,
} from '@mozhou/contracts/platform-rules/inputs'
import { getPlatformRules } from '@mozhou/domain/platform-rules/get-platform-rules'
import { getRuleHistory, listRuleChanges } from '@mozhou/domain/platform-rules/list-rule-changes'
import { restoreWordList, saveWordList } from '@mozhou/domain/platform-rules/save-word-list'
import { setPlatformRule } from '@mozhou/domain/platform-rules/set-platform-rule'
import { getWordList, listWordLists } from '@mozhou/domain/platform-rules/word-lists'
import { adminProcedure, router, userProcedure } from '../trpc.ts'

export const platformRulesRouter = router({
  /** What the checks in a browser are reckoned with, beside the rules that it has. */
  current: userProcedure.query(({ ctx }): Promise<PlatformRulesDto> => getPlatformRules(ctx.domain)),

  changes: adminProcedure('platform_rule:read').query(({ ctx }): Promise<PlatformRuleChangeDto[]> =>
    listRuleChanges(ctx.domain),
  ),

  history: adminProcedure('platform_rule:read')
    .input(platformRuleCodeInput)
    .query(({ ctx, input }): Promise<PlatformRuleChangeDto[]> => getRuleHistory(ctx.domain, input)),

  set: adminProcedure('platform_rule:write')
    .input(setPlatformRuleInput)
    .mutation(({ ctx, input }): Promise<PlatformRuleChangeDto[]> =>
      setPlatformRule(ctx.domain, { ...input, actor: ctx.actor }),
    ),

  wordLists: adminProcedure('platform_rule:read').query(({ ctx }): Promise<WordListVersionDto[]> =>
    listWordLists(ctx.domain),
  ),

  wordList: adminProcedure('platform_rule:read')
    .input(wordListNumberInput)
    .query(({ ctx, input }): Promise<WordListTermsDto> => getWordList(ctx.domain, input)),

  saveWordList: adminProcedure('platform_rule:write')
    .input(saveWordListInput)
    .mutation(({ ctx, input }): Promise<WordListVersionDto[]> =>
      saveWordList(ctx.domain, { ...input, actor: ctx.actor }),
    ),

  restoreWordList: adminProcedure('platform_rule:write')
    .input(restoreWordListInput)
    .mutation(({ ctx, input }): Promise<WordListVersionDto[]> =>
      restoreWordList(ctx.domain, { ...input, actor: ctx.actor }),
    ),
})
