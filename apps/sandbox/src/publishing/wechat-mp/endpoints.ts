import { randomBytes } from 'node:crypto'
import type { VendorAnswer } from '../../core/answer.ts'
import { countSubmit, countUpload, judge, review, submitsToday } from '../account.ts'
import type { Piece } from '../piece.ts'
import type { Call } from '../serve-call.ts'
import { done, ok, refused } from './answers.ts'
import { addDraft, draftOf, draftsToday, pageOf, seconds } from './drafts.ts'
import { statusOf, type Article, type Draft, type MpAccount } from './mp-account.ts'

export type Endpoint = (account: MpAccount, call: Call) => VendorAnswer

const MiB = 1_048_576
const isJpeg = (bytes: Buffer) => bytes[0] === 0xff && bytes[1] === 0xd8
const isPng = (bytes: Buffer) => bytes.subarray(1, 4).toString('latin1') === 'PNG'

function pictureIn(account: MpAccount, { files }: Call, maxBytes: number): Buffer {
  const upload = files.get('media')
  if (!upload) throw refused('41005')
  if (!isJpeg(upload.bytes) && !isPng(upload.bytes)) throw refused('40005')
  if (upload.bytes.length > maxBytes || !countUpload(account)) throw refused('40009')
  return upload.bytes
}

const uploadToText: Endpoint = (account, call) => {
  pictureIn(account, call, MiB)
  const url = `http://mmbiz.qpic.cn/mmbiz_png/${randomBytes(16).toString('base64url')}/0`
  account.addresses.add(url)
  return done({ url })
}

const addMaterial: Endpoint = (account, call) => {
  if (call.query.get('type') !== 'image') throw refused('47001')
  pictureIn(account, call, 10 * MiB)
  const id = randomBytes(24).toString('base64url')
  account.materials.add(id)
  return done({ media_id: id, url: `http://mmbiz.qpic.cn/mmbiz_png/${id}/0?wx_fmt=png`, item: [] })
}

function mayDraft({ settings }: MpAccount): void {
  if (!settings.mayDraft) throw refused('48001')
}

function mayPublish({ settings }: MpAccount): void {
  if (!settings.isVerified) throw refused('48001')
}

const newsItem = ({ title, content, digest, thumb_media_id }: Article) => ({ title, content, digest, thumb_media_id })

const draftItem = (draft: ReturnType<typeof draftOf>) => ({
  media_id: draft.id,
  content: { news_item: [newsItem(draft.article)] },
  update_time: seconds(draft.updatedAt),
})

/** A draft on its way out, by a call or by its author's hand. */
export function sendOut(account: MpAccount, draft: Draft): Piece {
  const publishId = String(2_247_000_000 + Math.floor(Math.random() * 400_000_000))
  const number = randomBytes(6).readUIntBE(0, 6)
  const biz = encodeURIComponent(Buffer.from(account.id).toString('base64'))
  const piece: Piece = {
    id: publishId,
    title: draft.article.title,
    body: draft.article.content,
    createdAt: account.clock.now(),
    state: 'review',
    reason: null,
    names: { publishId, draftId: draft.id, articleId: randomBytes(20).toString('base64url') },
    address: `http://mp.weixin.qq.com/s?__biz=${biz}&mid=${number}&idx=1&sn=${randomBytes(16).toString('hex')}`,
  }
  account.pieces.set(publishId, piece)
  review(account, piece)
  return piece
}

function publish(account: MpAccount, { fields }: Call): VendorAnswer {
  mayPublish(account)
  const { submitCode } = account.settings
  if (submitCode !== null) throw refused(submitCode)
  const draft = draftOf(account, fields.media_id)
  if (!countSubmit(account)) throw refused('45009')
  const { id } = sendOut(account, draft)
  return done({ ...ok, publish_id: id, msg_data_id: Number(id) })
}

function publicationOf(account: MpAccount, id: unknown): Piece {
  const piece = account.pieces.get(typeof id === 'string' || typeof id === 'number' ? String(id) : '')
  if (!piece) throw refused('53600', 'invalid publish_id')
  return piece
}

function articleOf(account: MpAccount, id: unknown): Piece {
  const piece = [...account.pieces.values()].find(({ names, state }) => names.articleId === id && state === 'public')
  if (!piece) throw refused('53600')
  return piece
}

const publicationStatus: Endpoint = (account, { fields }) => {
  mayPublish(account)
  const piece = publicationOf(account, fields.publish_id)
  const head = { publish_id: piece.id, publish_status: statusOf(piece) }
  if (piece.state !== 'public') return done({ ...head, ...(piece.state !== 'review' && { fail_idx: [1] }) })
  const item = [{ idx: 1, article_url: piece.address }]
  return done({ ...head, article_id: piece.names.articleId, article_detail: { count: 1, item }, fail_idx: [] })
}

const publishedList: Endpoint = (account, { fields }) => {
  mayPublish(account)
  const { total, part } = pageOf(
    fields,
    [...account.pieces.values()].filter(({ state }) => state === 'public'),
  )
  const item = part.map((piece) => ({
    article_id: piece.names.articleId,
    content: { news_item: [{ title: piece.title, url: piece.address, is_deleted: false }] },
    update_time: seconds(piece.createdAt),
  }))
  return done({ total_count: total, item_count: item.length, item })
}

const quotaOf: Endpoint = (account, { fields }) => {
  const isSubmit = fields.cgi_path === '/cgi-bin/freepublish/submit'
  const limit = (isSubmit ? account.settings.dailyQuota : null) ?? 1_000
  const isDraft = fields.cgi_path === '/cgi-bin/draft/add'
  const used = isSubmit ? submitsToday(account) : isDraft ? draftsToday(account) : 0
  return done({ ...ok, quota: { daily_limit: limit, used, remain: Math.max(0, limit - used) } })
}

/** Path → what it does. Each is a POST with a token. */
export const mpEndpoints: Readonly<Record<string, Endpoint>> = {
  '/cgi-bin/media/uploadimg': uploadToText,
  '/cgi-bin/material/add_material': addMaterial,
  '/cgi-bin/draft/add': (account, { fields }) => {
    mayDraft(account)
    return done({ media_id: addDraft(account, fields).id, item: [] })
  },
  '/cgi-bin/draft/get': (account, { fields }) => {
    mayDraft(account)
    const draft = draftOf(account, fields.media_id)
    return done({
      news_item: [newsItem(draft.article)],
      create_time: seconds(draft.updatedAt),
      update_time: seconds(draft.updatedAt),
    })
  },
  '/cgi-bin/draft/delete': (account, { fields }) => {
    mayDraft(account)
    account.drafts.delete(draftOf(account, fields.media_id).id)
    return done(ok)
  },
  '/cgi-bin/draft/batchget': (account, { fields }) => {
    mayDraft(account)
    const { total, part } = pageOf(fields, [...account.drafts.values()])
    return done({ total_count: total, item_count: part.length, item: part.map(draftItem) })
  },
  '/cgi-bin/draft/count': (account) => {
    mayDraft(account)
    return done({ total_count: account.drafts.size })
  },
  '/cgi-bin/freepublish/submit': publish,
  '/cgi-bin/freepublish/get': publicationStatus,
  '/cgi-bin/freepublish/batchget': publishedList,
  '/cgi-bin/freepublish/getarticle': (account, { fields }) => {
    mayPublish(account)
    const { title, body, address } = articleOf(account, fields.article_id)
    return done({ news_item: [{ title, content: body, url: address, is_deleted: false }] })
  },
  '/cgi-bin/freepublish/delete': (account, { fields }) => {
    mayPublish(account)
    judge(account, articleOf(account, fields.article_id), 'delete')
    return done(ok)
  },
  '/cgi-bin/openapi/quota/get': quotaOf,
}
