import express, { Router, type Request, type Response } from 'express'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { settingsPatch } from '../settings.ts'
import type { SandboxState } from '../plug.ts'
import { behaviorView } from '../faults/behavior-queue.ts'
import { behaviorInput, toBehavior, vendorName } from './behavior-input.ts'
import { renderPage, renderParts } from './page.ts'

const requestsQuery = (state: SandboxState) =>
  z.object({
    limit: z.coerce.number().int().min(1).max(1000).default(100),
    vendor: vendorName(state).optional(),
  })

/** The vendor that is named, and what it calls its fields. */
function readCredentials(state: SandboxState, body: unknown, response: Response) {
  const named = parsed(z.looseObject({ vendor: vendorName(state) }), body, response)
  if (named === null) return null
  const accepted = state.findPlug(named.vendor)?.credentials ?? null
  if (accepted === null) {
    response.status(400).json({ error: `"${named.vendor}" takes any well-formed key` })
    return null
  }
  const fields = Object.fromEntries(Object.keys(accepted.fields).map((name) => [name, z.string().min(1)]))
  const { vendor: _named, ...given } = named
  const values = parsed(z.strictObject(fields), given, response)
  return values === null ? null : { accepted, values }
}

/** Parses with a schema, or answers 400 with what is wrong. */
function parsed<T>(schema: z.ZodType<T>, value: unknown, response: Response): T | null {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  response.status(400).json({ error: z.prettifyError(result.error) })
  return null
}

// A page of another origin can post forms but no JSON without asking: this keeps it away from the controls.
function requireJson(request: Request, response: Response, next: () => void): void {
  if (request.method === 'POST' && !request.is('application/json')) {
    response.status(415).json({ error: 'send application/json' })
  } else next()
}

function asset(name: string, type: string) {
  const text = readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8')
  return (_request: Request, response: Response) => {
    response.type(type).setHeader('cache-control', 'no-cache').send(text)
  }
}

function behaviorRoutes(router: Router, state: SandboxState): void {
  router.get('/behavior', (_request, response) => {
    response.json({ behaviors: state.behaviors.list().map(behaviorView) })
  })
  router.post('/behavior', (request, response) => {
    const input = parsed(behaviorInput(state), request.body, response)
    if (input === null) return
    const behavior = toBehavior(state, input)
    if ('wrongFault' in behavior) {
      const error = `"${behavior.wrongFault}" is no fault, or its argument is wrong; see GET /__sandbox/faults`
      response.status(400).json({ error })
      return
    }
    response.status(201).json(behaviorView(state.behaviors.add(behavior)))
  })
  router.delete('/behavior', (_request, response) => {
    state.behaviors.clear()
    response.status(204).end()
  })
  router.delete('/behavior/:id', (request, response) => {
    response.status(state.behaviors.remove(Number(request.params.id)) ? 204 : 404).end()
  })
}

function requestRoutes(router: Router, state: SandboxState): void {
  router.get('/requests', (request, response) => {
    const query = parsed(requestsQuery(state), request.query, response)
    if (query !== null) response.json({ requests: state.requests.list(query) })
  })
  router.delete('/requests', (_request, response) => {
    state.requests.clear()
    response.status(204).end()
  })
}

function settingRoutes(router: Router, state: SandboxState): void {
  router.get('/settings', (_request, response) => {
    response.json(state.settings)
  })
  router.post('/settings', (request, response) => {
    const patch = parsed(settingsPatch, request.body, response)
    if (patch === null) return
    state.settings = { ...state.settings, ...patch }
    response.json(state.settings)
  })
  router.post('/credentials', (request, response) => {
    const given = readCredentials(state, request.body, response)
    if (given === null) return
    given.accepted.add(given.values)
    response.status(204).end()
  })
  router.post('/reset', (_request, response) => {
    state.reset()
    response.status(204).end()
  })
  router.get('/faults', (_request, response) => {
    response.json({ faults: state.faults.entries })
  })
}

/** Mounted at /__sandbox: the control endpoints and the page over them. */
export function controlRoutes(state: SandboxState, mail: Router): Router {
  const router = Router()
  router.use((_request, response, next) => {
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    response.setHeader('x-content-type-options', 'nosniff')
    next()
  })
  router.get('/', (_request, response) => {
    response.type('html').send(renderPage(state))
  })
  router.get('/parts', (_request, response) => {
    response.json(renderParts(state))
  })
  router.get('/control.js', asset('control.js', 'text/javascript'))
  router.get('/control.css', asset('control.css', 'text/css'))
  router.use('/mail', mail)
  router.use(requireJson, express.json())
  behaviorRoutes(router, state)
  requestRoutes(router, state)
  settingRoutes(router, state)
  return router
}
