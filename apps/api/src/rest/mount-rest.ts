import { Router } from 'express'
import type { RequestHandler } from 'express'
import { createContext } from '../context.ts'
import type { Context, ContextParts } from '../context.ts'
import type { BurstGate } from '../http/burst-gate.ts'
import type { EventStreams } from '../http/event-streams.ts'
import type { RestMethod } from '../procedure-meta.ts'
import { notFound } from './json-errors.ts'
import { createCaller } from '../routers/index.ts'
import { fileEndpoint } from './get-file.ts'
import { uploadEndpoint } from './upload-file.ts'
import { exportEndpoint } from './export-creation.ts'
import { creationEvents } from './creation-events.ts'
import { countUncounted } from './count-uncounted.ts'
import { limitsWithHeaders } from './limit-headers.ts'
import { platformCallbacks } from './platform-callbacks.ts'
import { paymentCallbacks } from './payment-callbacks.ts'
import { readBody } from './read-body.ts'
import { readInput } from './read-input.ts'
import { docsPage, docsStyle } from './docs/serve-docs.ts'
import { openApiJson } from './openapi/serve-document.ts'
import type { RestRoute } from './rest-route.ts'
import {
  bindingRoute,
  callbackRoutes,
  platformCallbackRoutes,
  eventsRoute,
  exportRoute,
  fileRoute,
  routes,
  uploadRoutes,
} from './served-routes.ts'
import { methodNotAllowed, sendError } from './send-error.ts'
import { sentName } from './sent-name.ts'
import { notYetServed, unservedEndpoints } from './not-yet-served.ts'
import { byPrecision, shapeOf } from './path-order.ts'
import { wechatBinding } from './wechat-binding.ts'
import { withRequestKey } from './with-request-key.ts'

interface Mounted {
  method: RestMethod
  path: string
  handlers: readonly RequestHandler[]
}

/** What stands before the routes, the same for tRPC. */
interface Doors {
  eventStreams: EventStreams
  gate: BurstGate
}

/** REST: the procedures that name an endpoint, at that endpoint. */
export function mountRest(parts: ContextParts, doors: Doors): Router {
  const router = Router()
  const counted = countUncounted(parts)
  const paths = Map.groupBy(endpoints(parts, doors, counted.before), ({ path }) => shapeOf(path))
  // Each address whole before the next: `/creations/delete-many` is nobody's `/creations/{id}`, whatever the method.
  for (const [shape, on] of [...paths].toSorted(([left], [right]) => byPrecision(left, right))) {
    for (const { method, path, handlers } of on) router.route(toExpress(path))[lowerCase(method)](...handlers)
    router.all(toExpress(on[0]?.path ?? shape), counted.before, methodNotAllowed(on.map(({ method }) => method)))
  }
  return router.use(counted.before, notFound, counted.refused)
}

function endpoints(parts: ContextParts, { eventStreams, gate }: Doors, count: RequestHandler): Mounted[] {
  const described = (path: string, handler: RequestHandler): Mounted => ({
    method: 'GET',
    path,
    handlers: [count, handler],
  })
  const atGate = gate(sendError)
  const upload = uploadEndpoint(parts)
  return [
    described('/openapi.json', openApiJson),
    described('/docs', docsPage),
    described('/docs.css', docsStyle),
    ...callbackRoutes.map((route) => ({ ...route, handlers: paymentCallbacks(parts) })),
    ...platformCallbackRoutes.map((route) => ({ ...route, handlers: platformCallbacks(parts) })),
    { ...eventsRoute, handlers: [eventStreams.track, creationEvents(parts)] },
    { ...bindingRoute, handlers: [wechatBinding(parts)] },
    { ...exportRoute, handlers: [exportEndpoint(parts)] },
    ...uploadRoutes.map((route) => ({ ...route, handlers: [upload] })),
    { ...fileRoute, handlers: [fileEndpoint(parts)] },
    ...routes.map((route) => ({ ...route, handlers: handlersOf(parts, route, atGate) })),
    ...unservedEndpoints.map((endpoint) => ({ ...endpoint, handlers: [notYetServed(parts, endpoint.access)] })),
  ]
}

function handlersOf(parts: ContextParts, route: RestRoute, atGate: RequestHandler): RequestHandler[] {
  const bodied = route.method === 'POST' || route.method === 'PUT' ? [readBody] : []
  const gated = route.meta.beginsGeneration ? [atGate] : []
  return [...gated, withNames(route), ...bodied, serve(parts, route)]
}

function serve(parts: ContextParts, route: RestRoute): RequestHandler {
  return async (req, res) => {
    const limits = limitsWithHeaders(parts.limits, res)
    const { input, refusal } = readInput(route, req)
    const opening = { app: null, isStreamed: false, inputRefusal: refusal }
    const ctx = createContext({ ...parts, limits }, { req, res }, opening)
    // The claim of a key and the procedure are one turn.
    const inside: Context = { ...ctx, inTurn: (work) => work() }
    const run = (value: Record<string, unknown>) => callProcedure(inside, route.procedure, value)
    const call = { ctx: inside, route, req, res, input }
    const { isLong } = route.meta
    const answer = await ctx.inTurn(() => (route.isKeyed ? withRequestKey(call, run) : run(input)), { isLong })
    res.setHeader('cache-control', 'no-store').json(answer)
  }
}

/** The caller is a tree by module; its types cannot follow a name that is data. */
async function callProcedure(ctx: Context, path: string, input: Record<string, unknown>): Promise<unknown> {
  let node: unknown = createCaller(ctx)
  for (const name of path.split('.')) node = (node as Record<string, unknown>)[name]
  return (node as (value: unknown) => Promise<unknown>)(input)
}

/** So that an error names things as the caller did. */
function withNames(route: RestRoute): RequestHandler {
  return (req, res, next) => {
    const hasBody = route.method === 'POST' || route.method === 'PUT'
    res.locals['nameOf'] = (path: string) =>
      hasBody && Object.hasOwn(req.query, path) ? path : sentName(route, hasBody ? req.body : req.query, path)
    next()
  }
}

function lowerCase(method: RestMethod): 'get' | 'post' | 'put' | 'delete' {
  return method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'
}

const toExpress = (path: string) => path.replace(/\{(\w+)\}/g, ':$1')
