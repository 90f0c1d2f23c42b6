import express, { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { draw } from '../media/picture/draw.ts'
import { encode } from '../media/picture/raster.ts'
import type { Plug } from '../core/plug.ts'
import { judge } from './account.ts'
import { articlePages } from './article-pages.ts'
import { createShelf, sites, type Shelf } from './article-shelf.ts'
import { consolePath, securityPolicy } from './console-html.ts'
import { renderConsole } from './console-page.ts'
import { acts } from './piece.ts'
import type { Room } from './room.ts'
import { pageStyles } from '../core/page-styles.ts'

/** Forms of other origins are nobody's here. */
function isOwnForm(request: Request): boolean {
  const site = request.get('sec-fetch-site')
  return site === undefined || site === 'same-origin'
}

const back = (response: Response, told = '') =>
  response.redirect(303, told === '' ? consolePath : `${consolePath}?${new URLSearchParams({ told }).toString()}`)

const actForm = z.object({ vendor: z.string(), account: z.string(), piece: z.string(), act: z.enum(acts) })
const shelfForm = z.object({
  site: z.enum(Object.keys(sites)),
  title: z.string().min(1).max(200),
  body: z.string().default(''),
})
const scanForm = z.object({ who: z.string(), schema: z.string() })

const accountIn = (rooms: readonly Room[], vendor: string, id: string) => {
  const room = rooms.find((one) => one.vendor === vendor)
  return { room, account: room?.accounts.get(id) }
}

function act(rooms: readonly Room[], body: unknown): string {
  const form = actForm.safeParse(body)
  if (!form.success) return '没有这样的操作'
  const { vendor, account: id, piece: name, act: wanted } = form.data
  const { account } = accountIn(rooms, vendor, id)
  const piece = account?.pieces.get(name)
  return account && piece && judge(account, piece, wanted) ? '' : '这篇现在不能这样处理'
}

const draftForm = z.object({ vendor: z.string(), account: z.string(), draft: z.string() })

function publishDraft(rooms: readonly Room[], body: unknown): string {
  const form = draftForm.safeParse(body)
  if (!form.success) return '没有这样的草稿'
  const { room, account } = accountIn(rooms, form.data.vendor, form.data.account)
  if (!account?.waiting?.().some(({ id }) => id === form.data.draft)) return '这篇草稿已经不在了'
  room?.acts['publish-draft']?.(account, { draft: form.data.draft })
  return ''
}

function scan(rooms: readonly Room[], body: unknown): string {
  const form = scanForm.safeParse(body)
  const [vendor = '', id = ''] = form.success ? form.data.who.split(' ') : []
  const { room, account } = accountIn(rooms, vendor, id)
  if (!form.success || !room || !account) return '先选一个账号'
  try {
    room.acts.scan?.(account, { schema: form.data.schema.trim() })
    return '已在 App 里发布，等待审核'
  } catch (cause) {
    return `App 打不开：${cause instanceof Error ? cause.message : ''}`
  }
}

function formRoutes(router: Router, rooms: readonly Room[], shelf: Shelf): void {
  const onForm = (path: string, run: (body: unknown) => string) =>
    router.post(path, express.urlencoded({ extended: false, limit: '1mb' }), (request, response) =>
      back(response, isOwnForm(request) ? run(request.body) : ''),
    )
  onForm('/act', (body) => act(rooms, body))
  onForm('/draft', (body) => publishDraft(rooms, body))
  onForm('/scan', (body) => scan(rooms, body))
  onForm('/shelf', (body) => {
    const form = shelfForm.safeParse(body)
    return form.success ? `已发布：${shelf.put(form.data.site, form.data.title, form.data.body).address}` : '要有标题'
  })
  onForm('/gone', (body) => {
    const piece = shelf.list().find(({ address }) => address === Object(body).address)
    if (piece) piece.isGone = !piece.isGone
    return ''
  })
}

/** For tests, the same in JSON. */
function shelfRoutes(router: Router, shelf: Shelf): void {
  router.get('/__ctl/shelf', (_request, response) => void response.json({ pieces: shelf.list() }))
  router.post('/__ctl/shelf', express.json(), (request, response) => {
    const form = shelfForm.safeParse(request.body)
    if (form.success) response.json(shelf.put(form.data.site, form.data.title, form.data.body))
    else response.status(400).json({ error: z.prettifyError(form.error) })
  })
  router.post('/__ctl/gone', express.json(), (request, response) => {
    const piece = shelf.list().find(({ address }) => address === Object(request.body).address)
    if (piece) piece.isGone = true
    response.status(piece ? 200 : 404).json({})
  })
}

const size = { width: 900, height: 675 }

function routes(rooms: readonly Room[], shelf: Shelf): Router {
  const router = Router()
  const styles = pageStyles(new URL('./console.css', import.meta.url))
  router.use(consolePath.replace('/publishing', ''), consoleRoutes(rooms, shelf, styles))
  router.use('/pages', articlePages(rooms, shelf))
  // A picture with an address, for platforms that come and fetch.
  router.get('/picture.png', async (_request, response) => {
    response.type('png').send(await encode(await draw({ ...size, prompt: '沙盒示例', seed: 'cover' }), 'png'))
  })
  return router
}

function consoleRoutes(rooms: readonly Room[], shelf: Shelf, styles: string): Router {
  const router = Router()
  router.use((_request, response, next) => {
    response.setHeader('content-security-policy', securityPolicy)
    response.setHeader('x-content-type-options', 'nosniff')
    next()
  })
  router.get('/console.css', (_request, response) => void response.type('css').send(styles))
  router.get('/', (request, response) => {
    const { told } = request.query
    response.send(renderConsole(rooms, shelf, typeof told === 'string' ? told : ''))
  })
  formRoutes(router, rooms, shelf)
  shelfRoutes(router, shelf)
  return router
}

/** Reviewers of all platforms, the phone that scans, people who publish by hand, and what readers then see. */
export function consolePlug(rooms: readonly Room[]): Plug {
  const shelf = createShelf()
  return {
    key: 'publishing',
    name: '平台审核台',
    aliases: [],
    path: '/publishing',
    routes: () => routes(rooms, shelf),
    credentials: null,
    faults: [],
    reset: shelf.clear,
    controls: { key: '—', model: '—', addresses: [consolePath, '/publishing/pages'] },
  }
}
