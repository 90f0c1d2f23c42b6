import { randomBytes } from 'node:crypto'
import type { VendorAnswer } from '../../core/answer.ts'
import { countSubmit, judge, review } from '../account.ts'
import type { Piece } from '../piece.ts'
import { textOf, type Call } from '../serve-call.ts'
import { done, refused } from './answers.ts'
import type { KsAccount } from './ks-account.ts'
import { startUpload } from './uploads.ts'

export interface Endpoint {
  method: 'GET' | 'POST'
  scope: string
  run(account: KsAccount, call: Call): VendorAnswer
}

const isPicture = (bytes: Buffer) =>
  (bytes[0] === 0xff && bytes[1] === 0xd8) || bytes.subarray(1, 4).toString('latin1') === 'PNG'
const maxCoverBytes = 10 * 1_048_576

function publish(account: KsAccount, { fields, files, query }: Call): VendorAnswer {
  const { submitCode } = account.settings
  const film = account.films.get(query.get('upload_token') ?? '')
  if (film?.isDone !== true) throw refused('120002')
  const caption = textOf(fields.caption)
  const cover = files.get('cover')
  if (!cover || !isPicture(cover.bytes) || cover.bytes.length > maxCoverBytes || Array.from(caption).length > 1_000)
    throw refused('100400')
  if (submitCode !== null) throw refused(submitCode)
  if (!countSubmit(account)) throw refused('120003')
  // An upload makes one film.
  account.films.delete(film.token)
  const id = `3x${randomBytes(8).toString('base64url')}`
  const piece: Piece = {
    id,
    title: caption.split('\n', 1)[0] ?? '',
    body: caption,
    createdAt: account.clock.now(),
    state: 'review',
    reason: null,
    names: {},
    address: `https://www.kuaishou.com/short-video/${id}`,
  }
  account.pieces.set(id, piece)
  review(account, piece)
  return done({ video_info: infoOf(piece) })
}

const infoOf = ({ id, body, createdAt, state }: Piece) => ({
  photo_id: id,
  caption: body,
  cover: '',
  play_url: state === 'public' ? `http://player.example/${id}.mp4` : '',
  create_time: createdAt.getTime(),
  like_count: 0,
  comment_count: 0,
  view_count: 0,
  pending: state === 'review',
})

/** What was refused or taken away is simply not there any more. */
const isThere = ({ state }: Piece) => state === 'review' || state === 'public'

function filmOf(account: KsAccount, { query }: Call): Piece {
  const piece = account.pieces.get(query.get('photo_id') ?? '')
  if (!piece || !isThere(piece)) throw refused('100120001')
  return piece
}

const listed = (account: KsAccount) => [...account.pieces.values()].filter(isThere).reverse()

export const ksEndpoints: Readonly<Record<string, Endpoint>> = {
  '/openapi/user_info': {
    method: 'GET',
    scope: 'user_info',
    run: ({ settings }) =>
      done({ user_info: { name: settings.name, sex: 'M', fan: 0, follow: 0, head: '', bigHead: '', city: '' } }),
  },
  '/openapi/photo/start_upload': { method: 'POST', scope: 'user_video_publish', run: startUpload },
  '/openapi/photo/publish': { method: 'POST', scope: 'user_video_publish', run: publish },
  '/openapi/photo/info': {
    method: 'GET',
    scope: 'user_video_info',
    run: (account, call) => done({ video_info: infoOf(filmOf(account, call)) }),
  },
  '/openapi/photo/list': {
    method: 'GET',
    scope: 'user_video_info',
    run: (account, { query }) =>
      done({
        video_list: listed(account)
          .slice(0, Number(query.get('count') ?? 20))
          .map(infoOf),
      }),
  },
  '/openapi/photo/count': {
    method: 'GET',
    scope: 'user_video_info',
    run: (account) => done({ public_count: listed(account).length, all_count: listed(account).length }),
  },
  '/openapi/photo/delete': {
    method: 'POST',
    scope: 'user_video_delete',
    run(account, call) {
      judge(account, filmOf(account, call), 'delete')
      return done()
    },
  },
}
