import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import { guardedFetch } from '../guarded-fetch.ts'
import type { Channel } from './port.ts'

/** How a channel is reached, beside its keys. */
export interface ChannelAccess {
  /** `public`: nothing but https to the public internet. `private` is for the sandbox; only a development setting may say so. */
  network: 'public' | 'private'
  clock: { now(): Date }
  /** For one call, from the first byte sent to the last one read. */
  timeoutMs?: number
}

export interface ChannelCall {
  channel: Channel
  access: ChannelAccess
  url: string
  init: RequestInit
  /** Whether it may have moved something when no answer comes. */
  effect: 'reads' | 'changes'
  signal: AbortSignal | undefined
}

export interface ChannelReply {
  status: number
  headers: Headers
  body: Uint8Array
}

const defaultTimeoutMs = 10_000
/** Bills are the largest; a million lines take a few hundred bytes each before they are packed. */
const maxReplyBytes = 64 * 1024 * 1024
/** Nothing left this machine, or nobody was there to take it. */
const notSentCodes = new Set([
  'ADDRESS_REFUSED',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** One call, never repeated here. @throws PaymentFailure, or the reason of the caller's signal */
export async function callChannel(call: ChannelCall): Promise<ChannelReply> {
  const { access, signal: wanted } = call
  const deadline = AbortSignal.timeout(access.timeoutMs ?? defaultTimeoutMs)
  const signal = wanted ? AbortSignal.any([wanted, deadline]) : deadline
  const send = access.network === 'private' ? fetch : guardedFetch
  try {
    wanted?.throwIfAborted()
    const response = await send(call.url, { ...call.init, redirect: 'manual', signal })
    return { status: response.status, headers: response.headers, body: await readBounded(response) }
  } catch (cause) {
    wanted?.throwIfAborted()
    throw transportFailure(call, cause, deadline.aborted)
  }
}

async function readBounded(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > maxReplyBytes) throw new RangeError('the answer is larger than any answer of a channel')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** What is to be made of an answer that never came, or cannot be trusted: of a question nothing, of a change it is not known. */
export function silenceKind(effect: ChannelCall['effect']): 'unavailable' | 'unknown_outcome' {
  return effect === 'changes' ? 'unknown_outcome' : 'unavailable'
}

function transportFailure(call: ChannelCall, cause: unknown, isLate: boolean): PaymentFailure {
  const { channel, effect } = call
  const code = networkCode(cause)
  if (code === 'ADDRESS_REFUSED') return new PaymentFailure('misconfigured', { channel, vendorCode: code, cause })
  if (code !== undefined && notSentCodes.has(code)) {
    return new PaymentFailure('unavailable', { channel, vendorCode: code, cause })
  }
  const vendorCode = isLate ? 'timeout' : (code ?? 'connection_failed')
  return new PaymentFailure(silenceKind(effect), { channel, vendorCode, cause })
}

function networkCode(error: unknown): string | undefined {
  for (let current = error, depth = 0; current instanceof Error && depth < 8; current = current.cause, depth += 1) {
    if ('code' in current && typeof current.code === 'string') return current.code
  }
  return undefined
}
