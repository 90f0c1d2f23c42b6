import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import { bearerOf, type Exchange } from '../../core/exchange.ts'
import type { MediaFailure } from '../media-faults.ts'
import { Refused } from '../serve-media.ts'

export function stabilityError(exchange: Exchange, status: number, name: string, ...errors: string[]): VendorAnswer {
  return jsonAnswer(status, { id: exchange.id, name, errors })
}

export const badRequest = (exchange: Exchange, ...errors: string[]) =>
  new Refused(stabilityError(exchange, 400, 'bad_request', ...errors))

const failures: Record<MediaFailure, [status: number, name: string, error: string]> = {
  'bad-key': [401, 'unauthorized', 'authorization: is invalid'],
  'rate-limit': [
    429,
    'rate_limit_exceeded',
    'You have exceeded the rate limit of 150 requests within a 10 second period, and have been timed out for 60 seconds.',
  ],
  billing: [402, 'payment_required', 'You lack sufficient credits to make this request.'],
  retired: [404, 'not_found', 'This resource was not found.'],
  overloaded: [503, 'service_unavailable', 'The service is temporarily unavailable.'],
  'server-error': [500, 'internal_error', 'An unexpected server error has occurred, please try again later.'],
  'content-block': [
    403,
    'content_moderation',
    'Your request was flagged by our content moderation system, as a result your request was denied.',
  ],
}

export function stabilityFailure(exchange: Exchange, fault: MediaFailure): VendorAnswer {
  const [status, name, error] = failures[fault]
  return stabilityError(exchange, status, name, error)
}

export function authenticateStability(exchange: Exchange): VendorAnswer | null {
  const key = bearerOf(exchange)
  if (key === null) return stabilityError(exchange, 401, 'unauthorized', 'authorization: header is required')
  if (!/^sk-[\w-]{3,}$/.test(key) || /bad|invalid|revoked/i.test(key)) return stabilityFailure(exchange, 'bad-key')
  return /arrears/i.test(key) ? stabilityFailure(exchange, 'billing') : null
}
