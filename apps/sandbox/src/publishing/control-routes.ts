import express, { Router, type NextFunction, type Request, type Response } from 'express'
import { z } from 'zod'
import { accountSettings, judge, type Account } from './account.ts'
import { acts, type Piece } from './piece.ts'
import type { Room } from './room.ts'

/** Refused in words, with a status. */
export class ControlRefused extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const patch = accountSettings.partial()
const actInput = z.strictObject({
  /** Any of its numbers, or its title. */
  piece: z.string().min(1),
  act: z.enum(acts),
  reason: z.string().nullable().default(null),
})
const advanceInput = z.strictObject({
  ms: z
    .number()
    .int()
    .min(0)
    .max(400 * 86_400_000),
})
const endInput = z.strictObject({ kind: z.enum(['access', 'refresh']).default('access') })

export function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body ?? {})
  if (!result.success) throw new ControlRefused(400, z.prettifyError(result.error))
  return result.data
}

function accountOf(room: Room, id: string): Account {
  const account = id === 'default' ? [...room.accounts.values()][0] : room.accounts.get(id)
  if (!account) throw new ControlRefused(404, `the sandbox has no account "${id}" at ${room.vendor}`)
  return account
}

export function findPiece({ pieces }: Account, name: string): Piece | undefined {
  const isIt = ({ id, title, names }: Piece) => id === name || title === name || Object.values(names).includes(name)
  return pieces.get(name) ?? [...pieces.values()].reverse().find(isIt)
}

function pieceOf(account: Account, name: string): Piece {
  const piece = findPiece(account, name)
  if (!piece) throw new ControlRefused(404, `there is no piece "${name}"`)
  return piece
}

function actOn(account: Account, body: unknown): Piece {
  const { piece: name, act, reason } = parsed(actInput, body)
  const piece = pieceOf(account, name)
  if (!judge(account, piece, act, reason)) throw new ControlRefused(409, `it is ${piece.state}`)
  return piece
}

/** What somebody can do with any account, beside what only one platform has. */
const common: Readonly<Record<string, (account: Account, body: unknown) => unknown>> = {
  settings: (account, body) => (account.settings = { ...account.settings, ...parsed(patch, body) }),
  act: actOn,
  async advance({ clock }, body) {
    await clock.advance(parsed(advanceInput, body).ms)
    return { now: clock.now() }
  },
  settle: ({ clock }) => clock.settle(),
  'end-tokens': ({ tokens }, body) => tokens.end(parsed(endInput, body).kind),
}

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

/** Below a platform's own path: for people and tests; no platform has it. */
export function publishingControlRoutes(room: Room): Router {
  const router = Router()
  const originOf = (request: Request) => `${request.protocol}://${request.get('host')}`
  router.use(requireJson, express.json())
  router.get('/accounts', (_request, response) => answer(response, () => ({ accounts: [...room.accounts.keys()] })))
  router.post('/accounts', (request, response) =>
    answer(response, () => room.create(parsed(patch, request.body)).credentials(originOf(request))),
  )
  router.get('/accounts/:id', (request, response) =>
    answer(response, () => accountOf(room, request.params.id).credentials(originOf(request))),
  )
  router.get('/accounts/:id/pieces', (request, response) =>
    answer(response, () => ({ pieces: [...accountOf(room, request.params.id).pieces.values()] })),
  )
  router.get('/accounts/:id/notices', (request, response) =>
    answer(response, () => ({ notices: accountOf(room, request.params.id).courier?.list() ?? [] })),
  )
  for (const [name, run] of Object.entries({ ...common, ...room.acts })) {
    router.post(`/accounts/:id/${name}`, (request, response) =>
      answer(response, () => run(accountOf(room, request.params.id), request.body)),
    )
  }
  return router
}
