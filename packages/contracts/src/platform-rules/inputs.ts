import { z } from 'zod'
import { anyOfThem } from '../json-rules.ts'
import { textInput } from '../text.ts'
import { dayInput } from '../time.ts'
import { longestListedTerm, mostListedTerms, mostSafeCollocations, ruleSeverities } from './kinds.ts'
import { platformKeys } from '../publications/kinds.ts'

const ruleCode = textInput(1, 120)
const boundInput = z.number().nonnegative().nullable()

/** What is different from the rule as the product brings it; left out: as it is there. */
export const ruleDifferenceInput = z.object({
  isOff: z.boolean().optional(),
  severity: z.enum(ruleSeverities).optional(),
  soft: boundInput.optional(),
  hard: boundInput.optional(),
  from: dayInput.nullable().optional(),
  until: dayInput.nullable().optional(),
  checkedOn: dayInput.optional(),
})
export type RuleDifference = z.output<typeof ruleDifferenceInput>

const differences = ['isOff', 'severity', 'soft', 'hard', 'from', 'until', 'checkedOn'] as const

export const setPlatformRuleInput = z.object({
  code: ruleCode,
  /** Null: on all the platforms that have the rule. */
  platform: z.enum(platformKeys).nullable(),
  /** Null takes an earlier change back. */
  difference: ruleDifferenceInput
    .refine((difference) => differences.some((name) => difference[name] !== undefined), {
      message: 'must change something',
      params: { rule: 'required' },
    })
    .meta(anyOfThem(differences))
    .nullable(),
  reason: textInput(2, 200),
  /** The number of the change that was read; 0 where there was none. */
  before: z.number().int().nonnegative(),
})
export type SetPlatformRuleInput = z.output<typeof setPlatformRuleInput>

export const platformRuleCodeInput = z.object({ code: ruleCode })

const listedTermInput = z.object({
  term: textInput(1, longestListedTerm),
  severity: z.enum(ruleSeverities),
  /** Left out: on all of them. */
  platforms: z.array(z.enum(platformKeys)).min(1).optional(),
  /** Collocations in which it is harmless. */
  safe: z.array(textInput(1, longestListedTerm)).max(mostSafeCollocations).optional(),
})
export type ListedTermInput = z.output<typeof listedTermInput>
export const listedTermsInput = z.array(listedTermInput).max(mostListedTerms)

const before = z.number().int().nonnegative()
export const saveWordListInput = z.object({
  terms: listedTermsInput,
  note: textInput(2, 200),
  /** The version that was read; 0 where there was none. */
  before,
})
export type SaveWordListInput = z.output<typeof saveWordListInput>

export const wordListNumberInput = z.object({ number: z.number().int().positive() })
export const restoreWordListInput = wordListNumberInput.extend({ before })
export type RestoreWordListInput = z.output<typeof restoreWordListInput>
