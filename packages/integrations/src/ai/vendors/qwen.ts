import { bearerOnly } from '../authorization.ts'
import { openAiCompatible } from '../openai-compatible.ts'
import type { ErrorTable } from '../refusal.ts'

/**
 * https://help.aliyun.com/zh/model-studio/error-code (read 2026-11). Compatible mode words some codes its own way and
 * passes the native ones through, so both spellings are here. `insufficient_quota` is a throttle at this vendor:
 * tokens per minute are used up, the account is not empty.
 */
export const qwenErrors: ErrorTable = {
  invalid_api_key: 'credentials',
  InvalidApiKey: 'credentials',
  AccessDenied: 'credentials',
  'AccessDenied.Unpurchased': 'credentials',
  access_denied: 'credentials',
  'Workspace.AccessDenied': 'credentials',
  WorkSpaceNotFound: 'credentials',
  Arrearage: 'quota_exhausted',
  'AllocationQuota.FreeTierOnly': 'quota_exhausted',
  PrepaidBillOverdue: 'quota_exhausted',
  PostpaidBillOverdue: 'quota_exhausted',
  CommodityNotPurchased: 'quota_exhausted',
  model_not_found: 'model_gone',
  ModelNotFound: 'model_gone',
  'Model.AccessDenied': 'model_gone',
  model_not_supported: 'model_gone',
  insufficient_quota: 'rate_limited',
  limit_requests: 'rate_limited',
  limit_burst_rate: 'rate_limited',
  LimitRequests: 'rate_limited',
  Throttling: 'rate_limited',
  'Throttling.RateQuota': 'rate_limited',
  'Throttling.BurstRate': 'rate_limited',
  'Throttling.AllocationQuota': 'rate_limited',
  'Throttling.ServiceOverloaded': 'unavailable',
  RequestTimeOut: 'unavailable',
  InternalError: 'unavailable',
  internal_error: 'unavailable',
  'InternalError.Algo': 'unavailable',
  'InternalError.Timeout': 'unavailable',
  SystemError: 'unavailable',
  ModelServiceFailed: 'unavailable',
  ModelUnavailable: 'unavailable',
  ModelServingError: 'unavailable',
  data_inspection_failed: 'content_rejected',
  DataInspectionFailed: 'content_rejected',
  CustomRoleBlocked: 'content_rejected',
  context_length_exceeded: 'context_too_long',
  InvalidParameter: 'invalid_request',
  invalid_parameter_error: 'invalid_request',
  'BadRequest.EmptyInput': 'invalid_request',
  'BadRequest.EmptyParameters': 'invalid_request',
  'BadRequest.EmptyModel': 'invalid_request',
  'BadRequest.TooLarge': 'invalid_request',
  InvalidURL: 'invalid_request',
  UnsupportedOperation: 'invalid_request',
}

const lowThinkingTokens = 2_048
/** Ids that only think; told to stop, they refuse (https://help.aliyun.com/zh/model-studio/deep-thinking, read 2026-11). */
const alwaysThinks = /^(?:qwq|qvq)|-thinking\b/

/** Range of `temperature` is [0, 2) with 2 excluded: https://help.aliyun.com/zh/model-studio/use-qwen-by-calling-api (read 2026-11). */
export const qwen = openAiCompatible({
  vendor: 'qwen',
  errorTable: qwenErrors,
  quirks: {
    tokenLimitField: 'max_tokens',
    temperature: { min: 0, max: 1.99 },
    asksForUsage: true,
    finishReasons: {},
    retractsRejectedText: true,
    reasoning: ({ upstreamModel, parameters: { reasoning } }) => ({
      ...(!(reasoning === 'off' && alwaysThinks.test(upstreamModel)) && { enable_thinking: reasoning !== 'off' }),
      ...(reasoning === 'low' && { thinking_budget: lowThinkingTokens }),
    }),
    // Compatible mode documents no field for the end user.
    endUser: () => ({}),
    authorize: bearerOnly,
  },
})
