import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { dayOf } from '../account.ts'
import { refused } from './answers.ts'
import type { Article, Draft, MpAccount } from './mp-account.ts'

const article = z.strictObject({
  article_type: z.enum(['news', 'newspic']).default('news'),
  title: z.string().min(1),
  author: z.string().default(''),
  digest: z.string().default(''),
  content: z.string().default(''),
  content_source_url: z.string().default(''),
  thumb_media_id: z.string().default(''),
  need_open_comment: z.union([z.literal(0), z.literal(1)]).default(0),
  only_fans_can_comment: z.union([z.literal(0), z.literal(1)]).default(0),
  pic_crop_235_1: z.string().optional(),
  pic_crop_1_1: z.string().optional(),
  image_info: z
    .strictObject({ image_list: z.array(z.strictObject({ image_media_id: z.string() })).max(20) })
    .optional(),
})

const input = z.strictObject({ articles: z.array(article).min(1).max(8) })

type Given = z.infer<typeof article>

const points = (text: string) => Array.from(text).length
const pictures = /<img\b[^>]*\bsrc="([^"]*)"/gu

/** What the platform's own editor would refuse, with the code of each. */
function whyWrong(account: MpAccount, given: Given): string | null {
  if (points(given.title) > 64) return '45003'
  if (points(given.digest) > 128) return '45004'
  if (given.content.length >= 20_000 || Buffer.byteLength(given.content) >= 1_048_576) return '45002'
  if (/<script|<iframe|javascript:|<a\b[^>]*href="https?:\/\/(?!mp\.weixin\.qq\.com)/iu.test(given.content))
    return '45166'
  for (const [, src = ''] of given.content.matchAll(pictures)) if (!account.addresses.has(src)) return '45166'
  if (given.article_type === 'newspic') {
    const list = given.image_info?.image_list ?? []
    if (list.length === 0) return '44003'
    return list.every(({ image_media_id: id }) => account.materials.has(id)) ? null : '40007'
  }
  if (given.content === '') return '44003'
  return account.materials.has(given.thumb_media_id) ? null : '40007'
}

export function addDraft(account: MpAccount, body: unknown): Draft {
  const parsed = input.safeParse(body)
  if (!parsed.success) throw refused('47001')
  const [first] = parsed.data.articles
  if (!first) throw refused('44003')
  const wrong = parsed.data.articles.map((given) => whyWrong(account, given)).find((code) => code !== null)
  if (wrong !== undefined && wrong !== null) throw refused(wrong)
  const { article_type, title, content, digest, thumb_media_id } = first
  const kept: Article = { article_type, title, content, digest, thumb_media_id }
  const draft: Draft = { id: randomBytes(24).toString('base64url'), article: kept, updatedAt: account.clock.now() }
  account.drafts.set(draft.id, draft)
  const day = dayOf(draft.updatedAt)
  account.written = { day, count: draftsToday(account) + 1 }
  return draft
}

export const draftsToday = ({ written, clock }: MpAccount): number =>
  written.day === dayOf(clock.now()) ? written.count : 0

/** @throws Refused 40007 */
export function draftOf(account: MpAccount, id: unknown): Draft {
  const draft = typeof id === 'string' ? account.drafts.get(id) : undefined
  if (!draft) throw refused('40007')
  return draft
}

export const seconds = (at: Date) => Math.floor(at.getTime() / 1_000)

const page = z.object({
  offset: z.number().int().min(0).default(0),
  count: z.number().int().min(1).max(20).default(20),
})

/** The newest first, a page of them. */
export function pageOf<T>(body: unknown, all: readonly T[]): { total: number; part: T[] } {
  const parsed = page.safeParse(body)
  if (!parsed.success) throw refused('47001')
  const { offset, count } = parsed.data
  return { total: all.length, part: [...all].reverse().slice(offset, offset + count) }
}
