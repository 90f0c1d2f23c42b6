import { fixedKey, unsupportedProfile, type Authorization } from '../authorization.ts'
import type { Withdrawal } from '../compatible-reader.ts'
import { openAiCompatible } from '../openai-compatible.ts'
import type { TextTarget } from '../port.ts'
import type { ErrorTable } from '../refusal.ts'
import { keyPairAuthorization } from './baidu-token.ts'

/**
 * https://cloud.baidu.com/doc/qianfan-api/s/rmwbl43x7 (2026-11-11). `invalid_model` is a malformed request with 400 and a
 * model we may not use with 401. Rate limits and gateway errors may come with HTTP 200 and a flat body, the older ones
 * by number: https://cloud.baidu.com/doc/WENXINWORKSHOP/s/hlzic283e (read 2026-11).
 */
export const baiduErrors: ErrorTable = {
  malformed_json: 'invalid_request',
  'invalid_model@400': 'invalid_request',
  'invalid_model@401': 'model_gone',
  invalid_messages: 'invalid_request',
  invalid_argument: 'invalid_request',
  invalid_plugin_argument: 'invalid_request',
  method_not_supported: 'invalid_request',
  characters_too_long: 'context_too_long',
  tokens_too_long: 'context_too_long',
  invalid_iam_token: 'credentials',
  invalid_appid: 'credentials',
  access_denied: 'credentials',
  no_parameter_permission: 'model_gone',
  model_offline: 'model_gone',
  account_overdue: 'quota_exhausted',
  system_unsafe: 'content_rejected',
  user_setting_unsafe: 'content_rejected',
  functions_unsafe: 'content_rejected',
  image_url_unsafe: 'content_rejected',
  unsafe_request: 'content_rejected',
  rpm_rate_limit_exceeded: 'rate_limited',
  tpm_rate_limit_exceeded: 'rate_limited',
  input_tpm_rate_limit_exceeded: 'rate_limited',
  output_tpm_rate_limit_exceeded: 'rate_limited',
  user_rate_limit_exceeded: 'rate_limited',
  preemptible_rate_limit_exceeded: 'rate_limited',
  rate_limit_exceeded: 'rate_limited',
  cluster_rate_limit_exceeded: 'unavailable',
  cluster_rpm_rate_limit_exceeded: 'unavailable',
  cluster_tpm_rate_limit_exceeded: 'unavailable',
  Offline_batch_reasoning_refused: 'unavailable',
  internal_error: 'unavailable',
  dispatch_internal_error: 'unavailable',
  1: 'unavailable',
  2: 'unavailable',
  4: 'rate_limited',
  6: 'credentials',
  13: 'credentials',
  14: 'credentials',
  15: 'credentials',
  17: 'quota_exhausted',
  18: 'rate_limited',
  19: 'quota_exhausted',
  100: 'credentials',
  110: 'credentials',
  111: 'credentials',
  336000: 'unavailable',
  336001: 'invalid_request',
  336002: 'invalid_request',
  336003: 'invalid_request',
  336004: 'credentials',
  336100: 'unavailable',
  336104: 'unavailable',
  336105: 'unavailable',
  336501: 'rate_limited',
  336502: 'rate_limited',
  500000: 'unavailable',
}

/**
 * `flag` of a choice: 0 safe, 1 low risk, 2 the conversation must end, 3 must not be displayed, 4 take back what was shown.
 * https://cloud.baidu.com/doc/qianfan-api/s/wmwbl48n4 (read 2026-11)
 */
function findWithdrawal({ flag }: Record<string, unknown>): Withdrawal | null {
  if (typeof flag !== 'number' || flag < 2) return null
  return { vendorCode: `flag_${flag}`, isRetracted: flag === 4 }
}

/** Only the thinking families know `enable_thinking`; the others answer it with `no_parameter_permission`. */
function readThinking({ upstreamModel, parameters: { reasoning } }: TextTarget): Record<string, unknown> {
  const canThink = /^ernie-(5|x)/.test(upstreamModel)
  return canThink || reasoning !== 'off' ? { enable_thinking: reasoning !== 'off' } : {}
}

function authorize(target: TextTarget): Authorization {
  if (target.authProfile === 'bearer') return fixedKey(target)
  if (target.authProfile === 'access_key_pair') return keyPairAuthorization(target)
  throw unsupportedProfile(target)
}

export const baidu = openAiCompatible({
  vendor: 'baidu',
  errorTable: baiduErrors,
  quirks: {
    tokenLimitField: 'max_tokens',
    temperature: { min: 0, max: 1 },
    asksForUsage: true,
    finishReasons: { normal: 'stop' },
    retractsRejectedText: false,
    findWithdrawal,
    reasoning: readThinking,
    endUser: (endUserKey) => ({ user: endUserKey }),
    authorize,
  },
})
