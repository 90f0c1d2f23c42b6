import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { controlRoutes } from './control/routes.ts'
import type { Settings } from './core/settings.ts'
import { createState } from './core/state.ts'
import { anthropicRoutes } from './vendors/anthropic/routes.ts'
import { baiduRoutes } from './vendors/baidu/routes.ts'
import { dashScopeRoutes } from './vendors/dashscope/routes.ts'
import { openAiRoutes } from './vendors/openai/routes.ts'
import { zhipuRoutes } from './vendors/zhipu/routes.ts'

export interface SandboxOptions {
  /** Start values; `POST /__sandbox/reset` returns to them. */
  settings?: Partial<Settings>
  /** Told about defects of the sandbox itself; never about faults it was asked for. */
  onDefect?: (cause: unknown) => void
}

/** The whole sandbox as one request handler with its own memory. */
export function createSandbox(options: SandboxOptions = {}): Express {
  const state = createState(options.settings)
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.get('/health/live', (_request, response) => {
    response.json({ ok: true })
  })
  app.get('/', (_request, response) => {
    response.redirect('/__sandbox')
  })
  app.use('/__sandbox', controlRoutes(state))
  app.use('/openai/v1', openAiRoutes(state))
  app.use('/anthropic', anthropicRoutes(state))
  app.use('/baidu', baiduRoutes(state))
  app.use('/zhipu/api/paas/v4', zhipuRoutes(state))
  app.use('/dashscope', dashScopeRoutes(state))
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
