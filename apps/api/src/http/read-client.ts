import type { SessionApp } from '@mozhou/contracts/accounts/kinds'
import type { SessionClient } from '@mozhou/domain/accounts/session-client'
import type { Request } from 'express'

/**
 * Which app is calling. Browsers name it in the header `x-mozhou-app`, which no foreign page can send without our leave. Where
 * a plain EventSource can send no headers, a GET may name it in its URL: a GET changes nothing.
 */
export function readClient(req: Request, appOfUrl: string | null): SessionClient {
  const named = req.get('x-mozhou-app') ?? (req.method === 'GET' ? appOfUrl : null)
  return { app: toApp(named), userAgent: req.get('user-agent') ?? '', ipAddress: req.ip ?? 'unknown' }
}

function toApp(name: string | null): SessionApp {
  return name === 'web' || name === 'admin' ? name : 'api'
}
