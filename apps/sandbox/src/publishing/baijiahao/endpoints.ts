import { randomInt } from 'node:crypto'
import sharp from 'sharp'
import { z } from 'zod'
import type { VendorAnswer } from '../../core/answer.ts'
import { countSubmit, judge, review } from '../account.ts'
import type { Piece, PieceState } from '../piece.ts'
import type { Call } from '../serve-call.ts'
import { done, refused } from './answers.ts'
import type { BjhAccount } from './bjh-account.ts'

export type Endpoint = (account: BjhAccount, call: Call) => VendorAnswer | Promise<VendorAnswer>

const keys = { app_id: z.string(), app_token: z.string() }
const article = z.strictObject({
  ...keys,
  title: z.string(),
  content: z.string().min(1).max(20_000),
  origin_url: z.url(),
  cover_images: z.string().default('[]'),
  is_original: z.union([z.literal(0), z.literal(1)]).default(0),
})
const covers = z.array(z.strictObject({ src: z.url() })).max(3)

/** Half-width characters count half. */
export function widthOf(title: string): number {
  return Array.from(title).reduce((sum, mark) => sum + (/[\u0020-\u007e]/u.test(mark) ? 0.5 : 1), 0)
}

function parseCovers(text: string): { src: string }[] {
  try {
    return covers.parse(JSON.parse(text))
  } catch {
    throw refused('2', 'cover_images error')
  }
}

const least = { width: 218, height: 146 }

/** The platform comes for the pictures, from wherever they are said to be. */
async function fetchPicture(src: string): Promise<{ width: number; height: number }> {
  try {
    const response = await fetch(src, { signal: AbortSignal.timeout(5_000) })
    if (!response.ok) throw new Error(`answered ${response.status}`)
    const { width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
    return { width, height }
  } catch {
    throw refused('2', `image can not be fetched: ${src}`)
  }
}

async function checkPictures(account: BjhAccount, content: string, given: readonly { src: string }[]): Promise<void> {
  if (!account.settings.fetchesPictures) return
  const inText = [...content.matchAll(/<img\b[^>]*\bsrc="([^"]*)"/gu)].map(([, src = '']) =>
    src.replaceAll('&amp;', '&'),
  )
  for (const src of inText) await fetchPicture(src)
  for (const { src } of given) {
    const { width, height } = await fetchPicture(src)
    if (width < least.width || height < least.height) throw refused('2', 'cover image too small')
  }
}

const publish: Endpoint = async (account, { fields }) => {
  const parsed = article.safeParse(fields)
  if (!parsed.success) throw refused('2')
  const { title, content, cover_images: text } = parsed.data
  const width = widthOf(title)
  if (width < 5 || width > 40) throw refused('2', 'title length error')
  const given = parseCovers(text)
  await checkPictures(account, content, given)
  const { submitCode } = account.settings
  if (submitCode !== null) throw refused(submitCode)
  const isSame = (piece: Piece) => piece.title === title && piece.body === content && piece.state !== 'deleted'
  if ([...account.pieces.values()].some(isSame)) throw refused('60001003')
  if (!countSubmit(account)) throw refused('60001008')
  const id = `17${String(randomInt(1e9)).padStart(9, '0')}${String(randomInt(1e8)).padStart(8, '0')}`
  const piece: Piece = {
    id,
    title,
    body: content,
    createdAt: account.clock.now(),
    state: 'draft',
    reason: null,
    names: {},
    address: `https://baijiahao.baidu.com/s?id=${id}`,
  }
  account.pieces.set(id, piece)
  // Without a cover it stays among the drafts.
  if (given.length > 0) review(account, piece)
  return done({ article_id: id })
}

const statuses: Readonly<Record<PieceState, string>> = {
  draft: 'draft',
  review: 'processing',
  public: 'publish',
  rejected: 'rejected',
  failed: 'rejected',
  banned: 'forbidden',
  deleted: 'withdraw',
}

const told = ({ id, title, state, reason, address }: Piece) => ({
  article_id: id,
  title,
  status: statuses[state],
  url: state === 'public' ? address : '',
  msg: reason ?? '',
})

const status: Endpoint = (account, { fields }) => {
  const ids = typeof fields.article_id === 'string' ? fields.article_id.split(',') : []
  if (ids.length === 0 || ids.length > 20) throw refused('2')
  const found = ids.map((id) => account.pieces.get(id)).filter((piece) => piece !== undefined)
  if (found.length === 0) throw refused('80000107')
  return done(Object.fromEntries(found.map((piece) => [piece.id, told(piece)])))
}

const listInput = z.strictObject({
  ...keys,
  start_time: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
  end_time: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
  page_no: z.number().int().min(1),
  page_size: z.number().int().min(1).max(50),
})

const instantOf = (stamp: string) => Date.parse(`${stamp.replace(' ', 'T')}+08:00`)

const list: Endpoint = (account, { fields }) => {
  const parsed = listInput.safeParse(fields)
  if (!parsed.success) throw refused('2')
  const { start_time: from, end_time: to, page_no: no, page_size: size } = parsed.data
  const isWithin = ({ createdAt }: Piece) =>
    createdAt.getTime() >= instantOf(from) && createdAt.getTime() <= instantOf(to) + 999
  const all = [...account.pieces.values()].filter(isWithin).reverse()
  return done({
    total: all.length,
    page_no: no,
    page_size: size,
    items: all.slice((no - 1) * size, no * size).map(told),
  })
}

const withdraw: Endpoint = (account, { fields }) => {
  const piece = typeof fields.article_id === 'string' ? account.pieces.get(fields.article_id) : undefined
  if (!piece) throw refused('80000107')
  if (piece.state !== 'public' || !judge(account, piece, 'delete')) throw refused('800000201')
  return done({})
}

export const bjhEndpoints: Readonly<Record<string, Endpoint>> = {
  '/article/publish': publish,
  '/article/withdraw': withdraw,
  '/query/status': status,
  '/query/articleListall': list,
}
