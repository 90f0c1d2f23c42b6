import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { listedTermsInput, ruleDifferenceInput } from './inputs.ts'
import { platformKeys } from '../publications/kinds.ts'

const platformAnswer = z.enum(platformKeys)

/** What operators changed, as `checkPackage` takes it. */
export const ruleOverridesAnswer = z.object({
  version: z.string(),
  entries: z.array(ruleDifferenceInput.extend({ code: z.string(), platforms: z.array(platformAnswer).optional() })),
})

/** The list in force, as `checkPackage` takes it. */
export const wordListAnswer = z.object({ version: z.string(), updatedOn: z.string(), terms: listedTermsInput })

export const platformRulesAnswer = z.object({ overrides: ruleOverridesAnswer, wordList: wordListAnswer.nullable() })
export type PlatformRulesDto = z.output<typeof platformRulesAnswer>

const ruleChangeAnswer = z.object({
  number: countAnswer,
  code: z.string(),
  platform: platformAnswer.nullable(),
  /** Null: from then on the rule was as the product brings it. */
  difference: ruleDifferenceInput.nullable(),
  reason: z.string(),
  changedBy: z.string(),
  since: instantAnswer,
})
export type PlatformRuleChangeDto = z.output<typeof ruleChangeAnswer>

const wordListVersionAnswer = z.object({
  number: countAnswer,
  terms: countAnswer,
  note: z.string(),
  /** The version that it brought back. */
  restores: countAnswer.nullable(),
  savedBy: z.string(),
  savedAt: instantAnswer,
})
export type WordListVersionDto = z.output<typeof wordListVersionAnswer>

const wordListTermsAnswer = wordListVersionAnswer.extend({ list: listedTermsInput })
export type WordListTermsDto = z.output<typeof wordListTermsAnswer>
