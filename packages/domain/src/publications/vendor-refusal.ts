import { AppError } from '@mozhou/contracts/errors'
import type { FailureKind } from '@mozhou/contracts/failures'
import type { PublicationReason } from '@mozhou/contracts/publications/kinds'
import { VendorError } from '@mozhou/contracts/vendor-error'
import type { Wording } from '@mozhou/contracts/wording'
import type { AnsweredError, Evidence } from '@mozhou/integrations/publishing/evidence-port'
import type { PublishingConnector } from '@mozhou/integrations/publishing/port'

/** What a refusal comes to: `later` is tried again by itself, `person` waits for its person, `over` is an end. */
export interface Refused {
  reason: PublicationReason
  follow: 'later' | 'person' | 'over'
  /** What it means to a person. */
  detail: Wording
  mediaId: string | null
  vendorCode: string | null
  /** The answer in which the platform refused it; null where nobody answered. */
  evidence: Evidence | null
  retryAfterMs: number | null
}

const byKind: Readonly<Record<FailureKind, Pick<Refused, 'reason' | 'follow'>>> = {
  rate_limited: { reason: 'platform_busy', follow: 'later' },
  unavailable: { reason: 'platform_busy', follow: 'later' },
  credentials: { reason: 'app_keys_refused', follow: 'person' },
  quota_exhausted: { reason: 'quota_used_up', follow: 'person' },
  model_gone: { reason: 'platform_failed', follow: 'over' },
  invalid_request: { reason: 'invalid_request', follow: 'over' },
  context_too_long: { reason: 'invalid_request', follow: 'over' },
  content_rejected: { reason: 'content_refused', follow: 'over' },
  account_disconnected: { reason: 'account_unusable', follow: 'person' },
  outcome_unknown: { reason: 'outcome_unknown', follow: 'later' },
}

const isAnswered = (error: unknown): error is AnsweredError => error instanceof VendorError && 'evidence' in error

/** The answer that refused it, also where the error was given another sense on the way. */
function evidenceOf(error: VendorError): Evidence | null {
  if (isAnswered(error)) return error.evidence
  return isAnswered(error.cause) ? error.cause.evidence : null
}

/** By the kind alone: a code of a platform's is its connector's affair. A medium that is refused is named. */
export function refusedFor(
  connector: Pick<PublishingConnector, 'explain'>,
  error: VendorError,
  mediaId: string | null = null,
): Refused {
  const { reason, follow } = byKind[error.kind]
  const isOfMedium = mediaId !== null && follow === 'over'
  return {
    reason: isOfMedium ? 'media_refused' : reason,
    follow,
    detail: connector.explain(error).words,
    mediaId,
    vendorCode: error.details.vendorCode ?? null,
    evidence: evidenceOf(error),
    retryAfterMs: error.details.retryAfterMs ?? null,
  }
}

/** What a person is told when a platform fails them while they wait. Anything else is given on as it is. */
export function toAppError(
  connector: Pick<PublishingConnector, 'explain'>,
  cause: unknown,
  locale: 'zh' | 'en' = 'zh',
): unknown {
  if (!(cause instanceof VendorError)) return cause
  const { follow, detail } = refusedFor(connector, cause)
  if (follow === 'later') return new AppError('PLATFORM_UNAVAILABLE', {}, { cause })
  return new AppError('PLATFORM_KEYS_REFUSED', { reason: detail[locale] }, { cause })
}
