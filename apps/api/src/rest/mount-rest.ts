import { Router } from 'express'
import type { RequestHandler } from 'express'
import { createContext } from '../context.ts'
import type { Context, ContextParts } from '../context.ts'
import type { EventStreams } from '../http/event-streams.ts'
import { notFound } from './json-errors.ts'
import { createCaller } from '../routers/index.ts'
import { exportEndpoint } from './export-creation.ts'
import { creationEvents } from './creation-events.ts'
import { countUncounted } from './count-uncounted.ts'
import { limitsWithHeaders } from './limit-headers.ts'
import { readBody } from './read-body.ts'
import { readInput } from './read-input.ts'
import { docsPage, docsStyle } from './docs/serve-docs.ts'
import { openApiJson } from './openapi/serve-document.ts'
import type { RestRoute } from './rest-route.ts'
import { eventsRoute, exportRoute, routes } from './served-routes.ts'
import { methodNotAllowed } from './send-error.ts'
import { sentName } from './sent-name.ts'
import { withRequestKey } from './with-request-key.ts'

const described = ['/openapi.json', '/docs', '/docs.css'].map((path) => ({ path, method: 'GET' }))

/** REST: the procedures that name an endpoint, at that endpoint. */
export function mountRest(parts: ContextParts, eventStreams: EventStreams): Router {
  const router = Router()
  const counted = countUncounted(parts)
  router.get('/openapi.json', counted.before, openApiJson)
  router.get('/docs', counted.before, docsPage)
  router.get('/docs.css', counted.before, docsStyle)
  router.get(toExpress(eventsRoute.path), eventStreams.track, creationEvents(parts))
  router.get(toExpress(exportRoute.path), exportEndpoint(parts))
  for (const route of routes) {
    const bodied = route.method === 'POST' || route.method === 'PUT' ? [readBody] : []
    router.route(toExpress(route.path))[methodOf(route)](withNames(route), ...bodied, serve(parts, route))
  }
  const paths = Map.groupBy([...described, eventsRoute, exportRoute, ...routes], ({ path }) => path)
  for (const [path, on] of paths) {
    router.all(toExpress(path), counted.before, methodNotAllowed(on.map(({ method }) => method)))
  }
  return router.use(counted.before, notFound, counted.refused)
}

function serve(parts: ContextParts, route: RestRoute): RequestHandler {
  return async (req, res) => {
    const limits = limitsWithHeaders(parts.limits, res)
    const ctx = createContext({ ...parts, limits }, { req, res }, { app: null, isStreamed: false })
    const input = readInput(route, req)
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
    res.locals['nameOf'] = (path: string) => sentName(route, route.method === 'GET' ? req.query : req.body, path)
    next()
  }
}

function methodOf(route: RestRoute): 'get' | 'post' | 'put' | 'delete' {
  return route.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'
}

const toExpress = (path: string) => path.replace(/\{(\w+)\}/g, ':$1')
