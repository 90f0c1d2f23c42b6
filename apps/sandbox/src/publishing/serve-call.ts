import type { Request, Response } from 'express'
import type { VendorAnswer } from '../core/answer.ts'
import { openExchange, type Exchange } from '../core/exchange.ts'
import { describeFault, hasFault, type ActiveFault } from '../core/faults/active-fault.ts'
import { gatewayPage } from '../core/faults/wire-faults.ts'
import type { SandboxState } from '../core/plug.ts'
import { wait, waitForever } from '../core/wait.ts'
import { cut, writeAnswer } from '../core/write-answer.ts'
import { logged, readParts, type Upload } from '../media/read-parts.ts'
import { ignoringLeave } from '../payments/call-faults.ts'
import { callFaultNames } from './publishing-faults.ts'

export type Failure = 'rate-limit' | 'server-error' | 'token-lapsed' | 'quota-used'

/** A call that was read; whose it is, is the platform's to find out. */
export interface Call {
  exchange: Exchange
  /** Of the body: JSON, a form, or a form of parts. */
  fields: Readonly<Record<string, unknown>>
  files: ReadonlyMap<string, Upload>
  query: URLSearchParams
  origin: string
  ip: string
}

/** Thrown while a call is looked at: it is answered so, and nothing is done. */
export class Refused extends Error {
  readonly answer: VendorAnswer

  constructor(answer: VendorAnswer) {
    super('refused')
    this.answer = answer
  }
}

export interface Served {
  /** Whose account it is about, for faults that wait for one alone; null when nobody's. */
  account: { id: string } | null
  run(): VendorAnswer | Promise<VendorAnswer>
}

export interface PublishingVendor {
  key: string
  failure(kind: Failure): VendorAnswer
}

async function readCall(exchange: Exchange): Promise<Call> {
  const { request, query } = exchange
  const type = request.headers['content-type'] ?? ''
  const isForm = type.startsWith('application/x-www-form-urlencoded')
  const parts = isForm ? null : await readParts(exchange)
  const fields = isForm ? Object.fromEntries(new URLSearchParams(exchange.text)) : (parts?.fields ?? {})
  const files = parts?.files ?? new Map<string, Upload>()
  exchange.record.body = logged({ fields: { ...fields }, files })
  const origin = `${request.protocol}://${request.get('host')}`
  return { exchange, fields, files, query, origin, ip: request.socket.remoteAddress ?? '' }
}

const failures = ['rate-limit', 'server-error', 'token-lapsed', 'quota-used'] as const

async function answerCall(
  vendor: PublishingVendor,
  served: Served,
  faults: readonly ActiveFault[],
): Promise<VendorAnswer> {
  const failure = failures.find((kind) => hasFault(faults, kind))
  if (failure) return vendor.failure(failure)
  return served.run()
}

async function write(
  vendor: PublishingVendor,
  exchange: Exchange,
  answer: VendorAnswer,
  faults: readonly ActiveFault[],
) {
  const slow = hasFault(faults, 'slow-first-byte')
  if (slow) await wait(slow.delayMs ?? exchange.state.settings.slowFirstByteMs, exchange.signal)
  if (hasFault(faults, 'silence-after-publish') || hasFault(faults, 'hang')) await waitForever(exchange.signal)
  if (hasFault(faults, 'cut-after-publish')) return cut(exchange)
  const isFailed = hasFault(faults, 'error-after-publish') !== null
  writeAnswer(
    exchange,
    hasFault(faults, 'html-error') ? gatewayPage : isFailed ? vendor.failure('server-error') : answer,
    {},
  )
}

/** One endpoint: read, looked at, struck by faults that wait for it by its account or its name, done, told. */
export function serveCall(
  state: SandboxState,
  vendor: PublishingVendor,
  name: string,
  look: (call: Call) => Served | Promise<Served>,
) {
  return (request: Request, response: Response): Promise<void> =>
    ignoringLeave(async () => {
      const exchange = await openExchange(state, vendor.key, request, response)
      exchange.record.model = name
      try {
        const served = await look(await readCall(exchange))
        const { id = '' } = served.account ?? {}
        const faults = state.behaviors.takeListed(vendor.key, [id, name, `${id} ${name}`], callFaultNames)
        exchange.record.faults = faults.map(describeFault)
        await write(vendor, exchange, await answerCall(vendor, served, faults), faults)
      } catch (cause) {
        if (!(cause instanceof Refused)) throw cause
        writeAnswer(exchange, cause.answer, {})
      }
    })
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
