import { listedTermsInput, ruleDifferenceInput } from '@mozhou/contracts/platform-rules/inputs'
import type { ListedTermInput, RuleDifference } from '@mozhou/contracts/platform-rules/inputs'
import { ruledPlatforms } from '@mozhou/contracts/platform-rules/kinds'
import type { RuledPlatform } from '@mozhou/contracts/platform-rules/kinds'
import { storedOneOf } from '../stored.ts'

const platform = storedOneOf<RuledPlatform>('platform_rule_changes.platform', ruledPlatforms)

export const storedRuledPlatform = (value: string | null): RuledPlatform | null =>
  value === null ? null : platform(value)

export const storedDifference = (value: unknown): RuleDifference | null =>
  value === null ? null : ruleDifferenceInput.parse(value)

export const storedTerms = (value: unknown): ListedTermInput[] => listedTermsInput.parse(value)
