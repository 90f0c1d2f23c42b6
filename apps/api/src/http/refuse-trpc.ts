import type { Request } from 'express'
import { toTrpcShape } from '../errors.ts'
import { requestScope } from '../request-scope.ts'
import type { Refuse } from './burst-gate.ts'

/** As tRPC would answer, without the call having come to it. */
export const refuseTrpc: Refuse = (req, res, error) => {
  const requestId = requestScope.getStore()?.requestId ?? ''
  const shape = toTrpcShape(error, { path: pathOf(req), requestId })
  const envelope = { error: shape }
  const body = JSON.stringify(isBatch(req) ? [envelope] : envelope)
  res.status(shape.data.httpStatus).setHeader('content-type', 'application/json').end(body)
}

/** Whether a request is one call of these procedures, which can be answered without reading it; a stream of answers cannot. */
export const isCallOf = (procedures: ReadonlySet<string>) => (req: Request) =>
  req.method === 'POST' && req.get('trpc-accept') === undefined && procedures.has(pathOf(req))

const pathOf = (req: Request) => req.path.slice(1)

const isBatch = (req: Request) => req.query['batch'] === '1'
