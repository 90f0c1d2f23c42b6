import { listedTermsInput, ruleDifferenceInput } from '@mozhou/contracts/platform-rules/inputs'
import type { ListedTermInput, RuleDifference } from '@mozhou/contracts/platform-rules/inputs'
import { platformKeys } from '@mozhou/contracts/publications/kinds'
import type { PlatformKey } from '@mozhou/contracts/publications/kinds'
import { storedOneOf } from '../stored.ts'

const platform = storedOneOf<PlatformKey>('platform_rule_changes.platform', platformKeys)

export const storedRuledPlatform = (value: string | null): PlatformKey | null =>
  value === null ? null : platform(value)

export const storedDifference = (value: unknown): RuleDifference | null =>
  value === null ? null : ruleDifferenceInput.parse(value)

export const storedTerms = (value: unknown): ListedTermInput[] => listedTermsInput.parse(value)
