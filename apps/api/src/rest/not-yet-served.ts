import { AppError } from '@mozhou/contracts/errors'
import { mayUseAdmin } from '@mozhou/contracts/permissions'
import type { RequestHandler } from 'express'
import { createContext } from '../context.ts'
import type { ContextParts, Identity } from '../context.ts'
import { countCaller } from '../require-caller.ts'
import { briefEndpoints } from './brief-endpoints.ts'
import type { Endpoint } from './brief-endpoints.ts'
import { limitsWithHeaders } from './limit-headers.ts'
import { shapeOf } from './path-order.ts'
import {
  bindingRoute,
  callbackRoutes,
  eventsRoute,
  exportRoute,
  fileRoute,
  routes,
  maskRoute,
  uploadRoutes,
} from './served-routes.ts'

const served = new Set(
  [...routes, ...callbackRoutes, bindingRoute, ...uploadRoutes, maskRoute, fileRoute, eventsRoute, exportRoute].map(
    ({ method, path }) => `${method} ${shapeOf(path)}`,
  ),
)

/** Endpoints of the brief that nothing serves yet, with their whole path. */
export const unservedEndpoints: readonly Endpoint[] = [...briefEndpoints].flatMap(([name, endpoint]) => {
  const [, path = ''] = name.split(' ')
  return served.has(`${endpoint.method} ${shapeOf(path)}`) ? [] : [{ ...endpoint, path }]
})

/** Says that it is not there yet, to whoever may use it once it is. */
export function notYetServed(parts: ContextParts, access: Endpoint['access']): RequestHandler {
  return async (req, res) => {
    const limits = limitsWithHeaders(parts.limits, res)
    const ctx = createContext({ ...parts, limits }, { req, res }, { app: null, isStreamed: false })
    const identity = await countCaller(ctx)
    if (access !== 'public') assertMayAsk(identity, access)
    throw new AppError('NOT_IMPLEMENTED')
  }
}

/** No scope names it yet, so that a key may ask for what is for everybody signed in, and never for what is for operators. */
function assertMayAsk(identity: Identity, access: 'user' | 'admin'): void {
  if (identity.kind === 'unknown') throw identity.refusal
  const { caller } = identity
  if (access === 'user') return
  if (caller.kind === 'apiKey') throw new AppError('API_KEY_SCOPE_MISSING')
  if (caller.session.app === 'web' || !mayUseAdmin(caller.user.role)) throw new AppError('FORBIDDEN')
}
