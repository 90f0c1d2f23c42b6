import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'
import type { Exchange } from '../core/exchange.ts'
import { openExchange } from '../core/exchange.ts'
import type { ActiveFault } from '../core/faults/active-fault.ts'
import type { SandboxState } from '../core/plug.ts'
import { has } from './media-faults.ts'
import { spoiled } from './spoil.ts'
import { makePicture, type Job } from './picture/make.ts'

interface Result {
  job: Job
  turn: number
  faults: readonly ActiveFault[]
}

/** Pictures that lie on a vendor's server for a while; drawn when they are fetched. */
export interface Results {
  /** An address that is good for so long. */
  link(exchange: Exchange, result: Result): string
  serve(state: SandboxState, vendor: string): (request: Request, response: Response) => Promise<void>
  clear(): void
}

const capacity = 500
const types = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp' } as const

/** As object stores word it. */
function denied(response: Response, message: string): void {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error>\n  <Code>AccessDenied</Code>\n  <Message>${message}</Message>\n</Error>\n`
  response.status(403).type('application/xml').send(body)
}

/** More than any picture has, in pieces, until the client has had enough. */
function pour(response: Response): void {
  const piece = Buffer.alloc(1_048_576)
  let left = 256
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1
      if (!response.write(piece)) {
        response.once('drain', more)
        return
      }
    }
    response.end()
  }
  response.status(200).type('image/png')
  more()
}

export function createResults(path: string, livesMs: number): Results {
  const results = new Map<string, Result>()
  const secret = randomBytes(32)
  const sign = (id: string, expires: number) => createHmac('sha256', secret).update(`${id}|${expires}`).digest('hex')

  const whyDenied = (id: string, expires: number, given: string): string | null => {
    const expected = Buffer.from(sign(id, expires))
    const isSigned = given.length === expected.length && timingSafeEqual(Buffer.from(given), expected)
    if (!isSigned) return 'The request signature we calculated does not match the signature you provided.'
    return expires <= Date.now() ? 'Request has expired.' : null
  }

  return {
    link(exchange, result) {
      const id = randomBytes(16).toString('hex')
      results.set(id, result)
      const [oldest] = results.keys()
      if (results.size > capacity && oldest !== undefined) results.delete(oldest)
      const expires = has(result.faults, 'link-expired') ? Date.now() - 1 : Date.now() + livesMs
      const host = exchange.request.headers.host ?? 'localhost'
      return `http://${host}${path}/${id}.${result.job.format}?Expires=${expires}&Signature=${sign(id, expires)}`
    },
    serve: (state, vendor) => async (request, response) => {
      const exchange = await openExchange(state, vendor, request, response)
      const id = String(request.params.name).replace(/\.\w+$/, '')
      const { query } = exchange
      const why = whyDenied(id, Number(query.get('Expires')), query.get('Signature') ?? '')
      if (why !== null) return denied(response, why)
      const result = results.get(id)
      if (result === undefined) {
        response.status(404).type('text/plain').send('NoSuchKey')
        return
      }
      const { faults, job, turn } = result
      if (has(faults, 'link-redirect')) return response.redirect(302, 'http://169.254.169.254/latest/meta-data/')
      if (has(faults, 'result-huge')) return pour(response)
      const bytes = await spoiled(await makePicture(job, turn), faults)
      const type = has(faults, 'result-html') ? 'text/html' : types[job.format]
      response.status(200).set('content-length', String(bytes.length)).type(type).end(bytes)
    },
    clear: () => results.clear(),
  }
}
