import { isRecord, type ErrorTable } from '../refusal.ts'

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

// An empty balance and a limit one has set oneself come as an invalid request, and nothing but the words tells them apart.
const emptyAccount = /credit balance is too low|reached your specified API usage limits/i

/** Gives an error that speaks of an empty account the code that the vendor leaves out; others stay as they are. */
export function nameEmptyAccount(body: unknown): unknown {
  if (!isRecord(body) || !isRecord(body.error)) return body
  const { type, message, details } = body.error
  const isNamed = details !== undefined || type !== 'invalid_request_error'
  if (isNamed || typeof message !== 'string' || !emptyAccount.test(message)) return body
  return { ...body, error: { ...body.error, details: { error_code: 'credit_balance_too_low' } } }
}
