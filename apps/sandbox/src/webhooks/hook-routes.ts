import express, { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { boxName, judged, manners, type HookBoxes, type Manner } from './hook-boxes.ts'
import { renderHookPage, securityPolicy } from './hook-page.ts'

export const hooksPath = '/__sandbox/webhooks'
const usual = 'default'
/** Whoever calls has given up by then. */
const slowMs = 15_000
const maxBytes = 256 * 1024

const settings = z.object({ secret: z.string().trim().max(200), manner: z.enum(manners) }).partial()

const answers: Readonly<Record<Manner, string>> = { ok: '204', error: '500', slow: '204，15 秒后', cut: '断开' }

function answer(response: Response, manner: Manner): void {
  if (manner === 'cut') response.destroy()
  else if (manner === 'slow') setTimeout(() => response.status(204).end(), slowMs).unref()
  else response.status(manner === 'error' ? 500 : 204).end()
}

/** Forms of other origins are nobody's here; programs name no site. */
const isOwn = (request: Request) => ['same-origin', undefined].includes(request.get('sec-fetch-site'))

function boxOf(request: Request, response: Response): string | null {
  const name = String(request.params['box'])
  if (boxName.test(name)) return name
  response.status(404).json({ error: 'a box is named with small letters, digits and dashes, 40 at most' })
  return null
}

/** Customers' own servers: where webhooks are sent, and the page that shows what came. Mounted at `hooksPath`. */
export function hookRoutes(boxes: HookBoxes): Router {
  const router = Router()
  router.use((_request, response, next) => {
    response.setHeader('content-security-policy', securityPolicy)
    response.setHeader('x-content-type-options', 'nosniff')
    next()
  })
  router.get('/', (request, response) => {
    const asked = request.query['box']
    const name = typeof asked === 'string' && boxName.test(asked) ? asked : usual
    const address = `${request.protocol}://${request.get('host') ?? ''}${hooksPath}/in/${name}`
    const names = boxes.list().map((box) => box.name)
    response.type('html').send(renderHookPage(boxes.find(name), names, address))
  })
  router.post('/in/:box', express.raw({ type: () => true, limit: maxBytes }), (request, response) => {
    const name = boxOf(request, response)
    if (name === null) return
    const { manner } = boxes.find(name)
    const headers = Object.fromEntries(Object.entries(request.headers).map(([key, value]) => [key, String(value)]))
    const body = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : ''
    boxes.take(name, { receivedAt: new Date().toISOString(), headers, body, answer: answers[manner] })
    answer(response, manner)
  })
  router.post('/boxes/:box', express.json(), express.urlencoded({ extended: false }), (request, response) => {
    const name = boxOf(request, response)
    const given = settings.safeParse(request.body)
    if (name === null) return
    if (!given.success || !isOwn(request)) {
      response.status(400).json({ error: given.success ? 'not from here' : z.prettifyError(given.error) })
      return
    }
    const { secret, manner } = given.data
    boxes.set(name, { ...(secret !== undefined && { secret }), ...(manner !== undefined && { manner }) })
    response.redirect(303, `${hooksPath}?box=${name}`)
  })
  router.get('/boxes/:box', (request, response) => {
    const name = boxOf(request, response)
    if (name !== null) response.json({ manner: boxes.find(name).manner, deliveries: judged(boxes.find(name)) })
  })
  router.delete('/boxes', (_request, response) => {
    boxes.clear()
    response.status(204).end()
  })
  return router
}
