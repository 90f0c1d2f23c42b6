import type { ErrorTable } from '../refusal.ts'

/**
 * https://platform.claude.com/docs/en/api/errors (read 2026-11). `details.error_code` decides before `type`: a spent limit
 * comes as `rate_limit_error` and does not pass with time.
 */
export const anthropicErrors: ErrorTable = {
  contract_spend_limit_reached: 'quota_exhausted',
  enforced_spend_limit_reached: 'quota_exhausted',
  credit_balance_too_low: 'quota_exhausted',
  linked_organization_spend_limit_reached: 'quota_exhausted',
  linked_organization_billing_unavailable: 'quota_exhausted',
  ramp_limit_exceeded: 'quota_exhausted',
  organization_on_hold: 'credentials',
  authentication_error: 'credentials',
  permission_error: 'credentials',
  billing_error: 'quota_exhausted',
  not_found_error: 'model_gone',
  invalid_request_error: 'invalid_request',
  request_too_large: 'invalid_request',
  conflict_error: 'unavailable',
  rate_limit_error: 'rate_limited',
  api_error: 'unavailable',
  timeout_error: 'unavailable',
  overloaded_error: 'unavailable',
}
