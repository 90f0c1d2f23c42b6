import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { controlRoutes } from './core/control/routes.ts'
import type { Settings } from './core/settings.ts'
import { createState } from './core/create-state.ts'
import { createMailbox, type Mailbox } from './mail/mailbox.ts'
import { mailRoutes } from './mail/mail-routes.ts'
import { plugIn } from './plugs.ts'
import { createHookBoxes } from './webhooks/hook-boxes.ts'
import { hookRoutes, hooksPath } from './webhooks/hook-routes.ts'

export interface SandboxOptions {
  /** Start values; `POST /__sandbox/reset` returns to them. */
  settings?: Partial<Settings>
  /** Where mail arrives; whoever makes it also lets it listen. */
  mailbox?: Mailbox
  /** Told about defects of the sandbox itself; never about faults it was asked for. */
  onDefect?: (cause: unknown) => void
}

/** The whole sandbox as one request handler with its own memory. */
export function createSandbox(options: SandboxOptions = {}): Express {
  const state = createState(plugIn(), options.settings)
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.get('/health/live', (_request, response) => {
    response.json({ ok: true })
  })
  app.get('/', (_request, response) => {
    response.redirect('/__sandbox')
  })
  app.use(hooksPath, hookRoutes(createHookBoxes()))
  app.use('/__sandbox', controlRoutes(state, mailRoutes(options.mailbox ?? createMailbox())))
  for (const plug of state.plugs) app.use(plug.path, plug.routes(state))
  app.use((request, response) => {
    response.status(404).json({ error: `The sandbox has no ${request.method} ${request.path}; see /__sandbox` })
  })
  app.use((cause: unknown, _request: Request, response: Response, _next: NextFunction) => {
    options.onDefect?.(cause)
    if (response.headersSent) response.destroy()
    else response.status(500).json({ error: 'The sandbox itself failed; see its log.' })
  })
  return app
}
