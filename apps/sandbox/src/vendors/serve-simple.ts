import type { Request, Response } from 'express'
import type { VendorAnswer } from '../core/answer.ts'
import { openExchange, type Exchange } from '../core/exchange.ts'
import type { SandboxState } from '../core/state.ts'
import type { VendorKey } from '../core/vendor-key.ts'
import { writeAnswer } from '../core/write-answer.ts'

/** A logged endpoint that answers at once: model lists, tokens, unknown paths. */
export function serveSimple(
  state: SandboxState,
  vendor: VendorKey,
  answer: (exchange: Exchange) => VendorAnswer,
  headers: (exchange: Exchange) => Record<string, string> = () => ({}),
) {
  return async (request: Request, response: Response): Promise<void> => {
    const exchange = await openExchange(state, vendor, request, response)
    writeAnswer(exchange, answer(exchange), headers(exchange))
  }
}
