import express, { Router, type NextFunction, type Request, type Response } from 'express'
import type { SandboxState } from '../core/plug.ts'
import { ControlRefused, controlActs } from './control-acts.ts'
import type { Acting, Merchant } from './merchant.ts'
import type { MerchantRoom } from './merchant-room.ts'

function merchantOf(room: MerchantRoom, id: string): Merchant {
  const merchant = id === 'default' ? [...room.merchants.values()][0] : room.merchants.get(id)
  if (!merchant) throw new ControlRefused(404, `the sandbox has no merchant "${id}" at ${room.vendor}`)
  return merchant
}

const originOf = (request: Request) => `${request.protocol}://${request.get('host')}`

async function answer(response: Response, work: () => unknown): Promise<void> {
  try {
    response.json((await work()) ?? {})
  } catch (cause) {
    if (!(cause instanceof ControlRefused)) throw cause
    response.status(cause.status).json({ error: cause.message })
  }
}

// A page of another origin can post forms but no JSON without asking.
function requireJson(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'POST' && !request.is('application/json')) {
    response.status(415).json({ error: 'send application/json' })
  } else next()
}

/** Below a channel's own path: for people and tests; no channel has it. */
export function paymentControlRoutes(state: SandboxState, room: MerchantRoom): Router {
  const router = Router()
  const acting = (id: string): Acting => ({ state, vendor: room.vendor, merchant: merchantOf(room, id) })
  router.use(requireJson, express.json())
  router.get('/merchants', (_request, response) => answer(response, () => ({ merchants: [...room.merchants.keys()] })))
  router.post('/merchants', (request, response) =>
    answer(response, async () => {
      const merchant = room.create()
      await controlActs.settings?.({ state, vendor: room.vendor, merchant }, request.body)
      return merchant.credentials(originOf(request))
    }),
  )
  router.get('/merchants/:id', (request, response) =>
    answer(response, () => merchantOf(room, request.params.id).credentials(originOf(request))),
  )
  router.get('/merchants/:id/trades', (request, response) =>
    answer(response, () => ({ trades: [...merchantOf(room, request.params.id).trades.values()] })),
  )
  router.get('/merchants/:id/notices', (request, response) =>
    answer(response, () => ({ notices: merchantOf(room, request.params.id).courier.list() })),
  )
  router.get('/merchants/:id/agreements', (request, response) =>
    answer(response, () => ({ agreements: [...(merchantOf(room, request.params.id).agreements?.all.values() ?? [])] })),
  )
  router.get('/merchants/:id/transfers', (request, response) =>
    answer(response, () => ({ transfers: [...(merchantOf(room, request.params.id).transfers?.all.values() ?? [])] })),
  )
  for (const [name, run] of Object.entries(controlActs)) {
    router.post(`/merchants/:id/${name}`, (request, response) =>
      answer(response, () => run(acting(request.params.id), request.body)),
    )
  }
  for (const [name, run] of Object.entries(room.acts)) {
    router.post(`/merchants/:id/${name}`, (request, response) =>
      answer(response, () => run(merchantOf(room, request.params.id))),
    )
  }
  return router
}
