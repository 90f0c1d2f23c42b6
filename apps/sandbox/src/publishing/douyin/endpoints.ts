import { randomBytes, randomInt } from 'node:crypto'
import type { VendorAnswer } from '../../core/answer.ts'
import { countSubmit, countUpload, review } from '../account.ts'
import type { Piece, PieceState } from '../piece.ts'
import { textOf, type Call } from '../serve-call.ts'
import { done, refused } from './answers.ts'
import type { DyAccount } from './dy-account.ts'

export interface Endpoint {
  method: 'GET' | 'POST'
  scope: string
  run(account: DyAccount, call: Call): VendorAnswer
}

const MiB = 1_048_576
const base = '/api/douyin/v1/video'

function fileIn(account: DyAccount, { files }: Call, name: string, maxBytes: number): Buffer {
  const upload = files.get(name)
  if (!upload || upload.bytes.length === 0 || upload.bytes.length > maxBytes) throw refused('28001007')
  if (!countUpload(account)) throw refused('28001007')
  return upload.bytes
}

function kept(account: DyAccount, prefix: string): string {
  const id = `${prefix}${randomBytes(18).toString('base64url')}`
  account.media.add(id)
  return id
}

function partsOf(account: DyAccount, { query }: Call) {
  const upload = account.parts.get(query.get('upload_id') ?? '')
  if (!upload || upload.isDone) throw refused('28001007')
  return upload
}

function create(account: DyAccount, { fields }: Call, ids: readonly unknown[]): VendorAnswer {
  const text = textOf(fields.text)
  const { submitCode } = account.settings
  const isKnown = ids.length > 0 && ids.every((id) => typeof id === 'string' && account.media.has(id))
  if (!isKnown || Array.from(text).length > 1_000) throw refused('28001007')
  if (submitCode !== null) throw refused(submitCode)
  if (!countSubmit(account)) throw refused('28003017')
  const itemId = `@${randomBytes(18).toString('base64url')}`
  const videoId = `7${String(randomInt(1e9)).padStart(9, '0')}${String(randomInt(1e9)).padStart(9, '0')}`
  const piece: Piece = {
    id: itemId,
    title: text.split('\n', 1)[0] ?? '',
    body: text,
    createdAt: account.clock.now(),
    state: 'review',
    reason: null,
    names: { itemId, videoId },
    address: `https://www.douyin.com/video/${videoId}`,
  }
  account.pieces.set(itemId, piece)
  review(account, piece)
  return done({ item_id: itemId, video_id: videoId })
}

const statuses: Readonly<Partial<Record<PieceState, number>>> = {
  review: 4,
  public: 5,
  rejected: 2,
  failed: 2,
  banned: 2,
}

const itemOf = ({ names, body, createdAt, state, address }: Piece) => ({
  item_id: names.itemId,
  video_id: names.videoId,
  title: body,
  create_time: Math.floor(createdAt.getTime() / 1_000),
  video_status: statuses[state] ?? 2,
  is_reviewed: state !== 'review',
  share_url: address,
})

const listed = (account: DyAccount) =>
  [...account.pieces.values()].filter(({ state }) => state !== 'deleted' && state !== 'draft').reverse()

export const dyEndpoints: Readonly<Record<string, Endpoint>> = {
  '/oauth/userinfo/': {
    method: 'POST',
    scope: 'user_info',
    run: ({ openId, settings }) => done({ open_id: openId, nickname: settings.name, avatar: '', union_id: '' }),
  },
  [`${base}/upload_video/`]: {
    method: 'POST',
    scope: 'video.create.bind',
    run(account, call) {
      fileIn(account, call, 'video', 128 * MiB)
      return done({ video: { video_id: kept(account, 'v') } })
    },
  },
  [`${base}/init_video_part_upload/`]: {
    method: 'POST',
    scope: 'video.create.bind',
    run(account) {
      const id = randomBytes(16).toString('hex')
      account.parts.set(id, { parts: new Map(), isDone: false })
      return done({ upload_id: id })
    },
  },
  [`${base}/upload_video_part/`]: {
    method: 'POST',
    scope: 'video.create.bind',
    run(account, call) {
      const upload = partsOf(account, call)
      const at = Number.parseInt(call.query.get('part_number') ?? '', 10)
      // None but the last may be small, and they come in their order.
      const isInOrder = at >= 1 && at <= upload.parts.size + 1
      const isFull = [...upload.parts.values()].every((size) => size >= 5 * MiB)
      if (!isInOrder || !isFull) throw refused('28001007')
      upload.parts.set(at, fileIn(account, call, 'video', 128 * MiB).length)
      return done()
    },
  },
  [`${base}/complete_video_part_upload/`]: {
    method: 'POST',
    scope: 'video.create.bind',
    run(account, call) {
      const upload = partsOf(account, call)
      if (upload.parts.size === 0) throw refused('28001007')
      upload.isDone = true
      return done({ video: { video_id: kept(account, 'v') } })
    },
  },
  [`${base}/upload_image/`]: {
    method: 'POST',
    scope: 'video.create.bind',
    run(account, call) {
      fileIn(account, call, 'image', 20 * MiB)
      return done({ image: { image_id: kept(account, 'i'), width: 0, height: 0 } })
    },
  },
  [`${base}/create_video/`]: {
    method: 'POST',
    scope: 'video.create.bind',
    run: (account, call) => create(account, call, [call.fields.video_id]),
  },
  [`${base}/create_image_text/`]: {
    method: 'POST',
    scope: 'video.create.bind',
    run(account, call) {
      const { image_list: list } = call.fields
      return create(account, call, Array.isArray(list) && list.length <= 30 ? list : [])
    },
  },
  [`${base}/video_data/`]: {
    method: 'POST',
    scope: 'video.data.bind',
    run(account, { fields }) {
      const ids: readonly unknown[] = Array.isArray(fields.item_ids) ? fields.item_ids : []
      return done({
        list: listed(account)
          .filter(({ names }) => ids.includes(names.itemId))
          .map(itemOf),
      })
    },
  },
  [`${base}/video_list/`]: {
    method: 'GET',
    scope: 'video.list.bind',
    run: (account, { query }) =>
      done({
        list: listed(account)
          .slice(0, Number(query.get('count') ?? 20))
          .map(itemOf),
        cursor: 0,
        has_more: false,
      }),
  },
}
