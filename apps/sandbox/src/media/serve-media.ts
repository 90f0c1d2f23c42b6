import type { Request, Response } from 'express'
import type { VendorAnswer } from '../core/answer.ts'
import { openExchange, type Exchange } from '../core/exchange.ts'
import { describeFault, hasFault, type ActiveFault } from '../core/faults/active-fault.ts'
import { resolveFaults } from '../core/faults/resolve-faults.ts'
import { firstByteDelay, gatewayPage } from '../core/faults/wire-faults.ts'
import type { SandboxState } from '../core/plug.ts'
import { wait, waitForever } from '../core/wait.ts'
import { cut, writeAnswer, writeHalfAnswer } from '../core/write-answer.ts'
import { has, isMediaFailure, type MediaFailure } from './media-faults.ts'
import { logged, readParts, textsOf, type Parts } from './read-parts.ts'

/** One call as a vendor sees it. */
export interface MediaCall extends Parts {
  exchange: Exchange
  /** Without suffixes. */
  model: string | null
  faults: readonly ActiveFault[]
  /** Makes two otherwise equal calls give different pictures. */
  seed: string
}

/** What a vendor answers instead of doing what was asked. */
export class Refused extends Error {
  override name = 'Refused'
  readonly answer: VendorAnswer

  constructor(answer: VendorAnswer) {
    super(`refused with ${answer.status}`)
    this.answer = answer
  }
}

export interface MediaVendor {
  key: string
  headers(exchange: Exchange): Record<string, string>
  authenticate(exchange: Exchange): VendorAnswer | null
  malformed(exchange: Exchange): VendorAnswer
  failure(exchange: Exchange, fault: MediaFailure, detail: ActiveFault): VendorAnswer
}

export type Serve = (call: MediaCall) => Promise<VendorAnswer> | VendorAnswer

const gatewayTimeout: VendorAnswer = {
  ...gatewayPage,
  status: 504,
  body: String(gatewayPage.body).replaceAll('502 Bad Gateway', '504 Gateway Time-out'),
}

/** One endpoint of a vendor of pictures, with the faults that apply. `modelOf` where the model is not a field of that name. */
export function serveMedia(
  state: SandboxState,
  vendor: MediaVendor,
  serve: Serve,
  modelOf: (parts: Parts, exchange: Exchange) => unknown = ({ fields }) => fields.model,
) {
  return async (request: Request, response: Response): Promise<void> => {
    const exchange = await openExchange(state, vendor.key, request, response)
    const parts = await readParts(exchange)
    const named = parts === null ? null : modelOf(parts, exchange)
    const { model, faults } = resolveFaults(state, {
      vendor: vendor.key,
      model: typeof named === 'string' ? named : null,
      texts: textsOf(parts?.fields),
    })
    exchange.record.model = model
    exchange.record.faults = faults.map(describeFault)
    if (parts !== null) exchange.record.body = logged(parts)
    try {
      await answer(exchange, vendor, serve, { parts, model, faults })
    } catch (cause) {
      // The client left, and nobody is there to be told.
      if (!exchange.signal.aborted) throw cause
    }
  }
}

interface Understood {
  parts: Parts | null
  model: string | null
  faults: readonly ActiveFault[]
}

function refusal(exchange: Exchange, vendor: MediaVendor, { parts, faults }: Understood): VendorAnswer | null {
  const unauthenticated = vendor.authenticate(exchange)
  if (unauthenticated !== null) return unauthenticated
  if (has(faults, 'html-error')) return gatewayPage
  for (const fault of faults) if (isMediaFailure(fault.name)) return vendor.failure(exchange, fault.name, fault)
  return parts === null || exchange.isTooLarge ? vendor.malformed(exchange) : null
}

function nextSeed({ settings, ...state }: SandboxState, exchange: Exchange): string {
  if (settings.deterministic) return '0'
  exchange.state.replies = state.replies + 1
  return String(state.replies)
}

async function served(exchange: Exchange, serve: Serve, understood: Understood): Promise<VendorAnswer> {
  const parts = understood.parts ?? { fields: {}, files: new Map() }
  const { model, faults } = understood
  try {
    return await serve({ ...parts, exchange, model, faults, seed: nextSeed(exchange.state, exchange) })
  } catch (cause) {
    if (cause instanceof Refused) return cause.answer
    throw cause
  }
}

async function answer(exchange: Exchange, vendor: MediaVendor, serve: Serve, understood: Understood): Promise<void> {
  const { faults } = understood
  const headers = vendor.headers(exchange)
  if (hasFault(faults, 'hang')) await waitForever(exchange.signal)
  const refused = refusal(exchange, vendor, understood)
  if (refused !== null) return writeAnswer(exchange, refused, headers)
  await wait(firstByteDelay(faults, exchange.state.settings), exchange.signal)
  const told = await served(exchange, serve, understood)
  if (told.status >= 400) return writeAnswer(exchange, told, headers)
  if (has(faults, 'timeout-after-commit')) await waitForever(exchange.signal)
  if (has(faults, 'cut-after-commit')) return cut(exchange)
  if (has(faults, 'gateway-timeout')) return writeAnswer(exchange, gatewayTimeout, headers)
  if (has(faults, 'cut')) return writeHalfAnswer(exchange, told, headers)
  return writeAnswer(exchange, told, headers)
}
