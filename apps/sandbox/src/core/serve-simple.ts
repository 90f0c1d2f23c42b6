import type { Request, Response } from 'express'
import type { VendorAnswer } from './answer.ts'
import { openExchange, type Exchange } from './exchange.ts'
import type { SandboxState } from './plug.ts'
import { writeAnswer } from './write-answer.ts'

/** A logged endpoint that answers at once: model lists, tokens, unknown paths. */
export function serveSimple(
  state: SandboxState,
  vendor: string,
  answer: (exchange: Exchange) => VendorAnswer,
  headers: (exchange: Exchange) => Record<string, string> = () => ({}),
) {
  return async (request: Request, response: Response): Promise<void> => {
    const exchange = await openExchange(state, vendor, request, response)
    writeAnswer(exchange, answer(exchange), headers(exchange))
  }
}
