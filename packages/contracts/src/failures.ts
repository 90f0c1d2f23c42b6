/** Why a vendor call failed, in the words that decide policy. Free of zod: workflows import it. */
export const failureKinds = [
  'rate_limited',
  'unavailable',
  'credentials',
  'quota_exhausted',
  'model_gone',
  'invalid_request',
  'context_too_long',
  'content_rejected',
  'account_disconnected',
  'outcome_unknown',
] as const

export type FailureKind = (typeof failureKinds)[number]

interface FailurePolicy {
  /** Try the same model again, honouring retry-after. */
  sameTarget: boolean
  /** Try the next candidate; `larger` only one with a larger context window. */
  nextModel: 'yes' | 'no' | 'larger'
  /** An operator must look at the model row. */
  alertsOperator: boolean
  /** Counts against the model's circuit breaker: the vendor, not the request, was at fault. */
  countsAgainstCircuit: boolean
}

const policy = (
  sameTarget: boolean,
  nextModel: FailurePolicy['nextModel'],
  alertsOperator: boolean,
  countsAgainstCircuit: boolean,
): FailurePolicy => ({ sameTarget, nextModel, alertsOperator, countsAgainstCircuit })

export const failurePolicies: Record<FailureKind, FailurePolicy> = {
  rate_limited: policy(true, 'yes', false, true),
  unavailable: policy(true, 'yes', false, true),
  credentials: policy(false, 'yes', true, true),
  quota_exhausted: policy(false, 'yes', true, true),
  model_gone: policy(false, 'yes', true, true),
  invalid_request: policy(false, 'no', true, false),
  context_too_long: policy(false, 'larger', false, false),
  content_rejected: policy(false, 'no', false, false),
  account_disconnected: policy(false, 'no', false, false),
  outcome_unknown: policy(false, 'no', false, false),
}

export function isFailureKind(value: unknown): value is FailureKind {
  return typeof value === 'string' && Object.hasOwn(failurePolicies, value)
}
