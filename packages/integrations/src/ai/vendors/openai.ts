import type { ModelParameters } from '@mozhou/contracts/models/inputs'
import { bearerOnly } from '../authorization.ts'
import { openAiCompatible } from '../openai-compatible.ts'
import type { ErrorTable } from '../refusal.ts'

/**
 * https://developers.openai.com/api/docs/guides/error-codes (read 2026-11). `code` decides before `type`.
 * `insufficient_quota` comes with 429 and is an empty account, not a rate: waiting does not help.
 */
export const openAiErrors: ErrorTable = {
  invalid_api_key: 'credentials',
  account_deactivated: 'credentials',
  unsupported_country_region_territory: 'credentials',
  insufficient_quota: 'quota_exhausted',
  billing_hard_limit_reached: 'quota_exhausted',
  billing_not_active: 'quota_exhausted',
  model_not_found: 'model_gone',
  context_length_exceeded: 'context_too_long',
  content_policy_violation: 'content_rejected',
  moderation_blocked: 'content_rejected',
  content_filter: 'content_rejected',
  rate_limit_exceeded: 'rate_limited',
  server_error: 'unavailable',
  overloaded: 'unavailable',
  unknown_parameter: 'invalid_request',
  unsupported_parameter: 'invalid_request',
  unsupported_value: 'invalid_request',
  'invalid_request_error@200': 'invalid_request',
}

/**
 * A model that samples freely has no `reasoning_effort` and refuses the field. One that only samples without reasoning is
 * told `none`. One that never samples always reasons: `low` is the least it takes.
 */
function readEffort({ reasoning, sampling }: ModelParameters): string | null {
  if (reasoning !== 'off') return reasoning
  if (sampling === 'allowed') return null
  return sampling === 'only_without_reasoning' ? 'none' : 'low'
}

export const openAi = openAiCompatible({
  vendor: 'openai',
  errorTable: openAiErrors,
  quirks: {
    tokenLimitField: 'max_completion_tokens',
    temperature: { min: 0, max: 2 },
    asksForUsage: true,
    finishReasons: {},
    retractsRejectedText: false,
    reasoning: ({ parameters }) => {
      const effort = readEffort(parameters)
      return effort === null ? {} : { reasoning_effort: effort }
    },
    endUser: (endUserKey) => ({ safety_identifier: endUserKey }),
    authorize: bearerOnly,
  },
})
