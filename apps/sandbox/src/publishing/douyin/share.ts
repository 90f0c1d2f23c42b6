import { createHash, randomBytes, randomInt } from 'node:crypto'
import { z } from 'zod'
import { review } from '../account.ts'
import { ControlRefused, parsed } from '../control-routes.ts'
import type { Piece } from '../piece.ts'
import type { Call, Served } from '../serve-call.ts'
import { textOf } from '../serve-call.ts'
import { app, done, refused } from './answers.ts'
import { noticeOf, type DyAccount } from './dy-account.ts'

interface Share {
  id: string
  itemId: string | null
  videoId: string | null
}

/** What belongs to the application, and not to a creator: its token, the ticket that is bound to it, and shares. */
export interface ShareDesk {
  clientToken(call: Call): Served
  ticket(call: Call): Served
  share(call: Call): Served
  /** Scanned by a phone with this account in its app, which publishes, or with `isHalf` has only posted so far. */
  scan(account: DyAccount, body: unknown): Piece
  clear(): void
}

const longestMs = 7_200_000
const codeLivesMs = 3_600_000
const number = () => `7${String(randomInt(1e9)).padStart(9, '0')}${String(randomInt(1e9)).padStart(9, '0')}`

const scanInput = z.strictObject({ schema: z.string().min(1), isHalf: z.boolean().default(false) })

export function createShareDesk(): ShareDesk {
  const tokens = new Map<string, number>()
  const tickets = new Map<string, { token: string; until: number }>()
  const shares = new Map<string, Share>()

  function check({ exchange }: Call): void {
    const given = textOf(exchange.request.headers['access-token'])
    const until = tokens.get(given)
    if (until === undefined) throw refused('2190002')
    if (until < Date.now()) throw refused('2190008')
  }

  /** As the app does before it opens its editor. */
  function readSchema(schema: string): { share: Share; fields: URLSearchParams } {
    if (!schema.startsWith('snssdk1128://openplatform/share?')) throw new ControlRefused(400, 'no address of the app')
    if (schema.includes('+')) throw new ControlRefused(400, 'a space is %20')
    const fields = new URLSearchParams(schema.slice(schema.indexOf('?') + 1))
    const timestamp = fields.get('timestamp') ?? ''
    const isSigned = [...tickets.entries()].some(([ticket, { token: bound }]) => {
      const text = `nonce_str=${fields.get('nonce_str') ?? ''}&ticket=${ticket}&timestamp=${timestamp}`
      return (
        (tokens.get(bound) ?? 0) > Date.now() &&
        createHash('md5').update(text).digest('hex') === fields.get('signature')
      )
    })
    if (fields.get('client_key') !== app.id || !isSigned) throw new ControlRefused(403, 'wrong signature')
    if (Date.now() - Number(timestamp) * 1_000 > codeLivesMs) throw new ControlRefused(410, 'the code has run out')
    const share = shares.get(fields.get('state') ?? '')
    if (!share) throw new ControlRefused(404, 'unknown share')
    const list: unknown = fields.has('image_list_path')
      ? JSON.parse(fields.get('image_list_path') ?? '[]')
      : [fields.get('video_path')]
    const addresses = Array.isArray(list) ? list : []
    const isPublic = addresses.every(
      (url) => typeof url === 'string' && /^https:\/\/|^http:\/\/(?:127\.0\.0\.1|localhost)[:/]/u.test(url),
    )
    if (addresses.length === 0 || !isPublic) throw new ControlRefused(400, 'media need https addresses')
    return { share, fields }
  }

  return {
    clientToken({ fields }) {
      if (fields.client_key !== app.id || fields.client_secret !== app.secret) throw refused('10003')
      const run = () => {
        // The older ones live for five minutes more.
        for (const [old, until] of tokens) tokens.set(old, Math.min(until, Date.now() + 300_000))
        const value = `clt.${randomBytes(16).toString('hex')}`
        tokens.set(value, Date.now() + longestMs)
        return done({ access_token: value, expires_in: longestMs / 1_000 })
      }
      return { account: null, run }
    },
    ticket(call) {
      check(call)
      const run = () => {
        const ticket = `@${randomBytes(16).toString('base64url')}`
        tickets.set(ticket, {
          token: textOf(call.exchange.request.headers['access-token']),
          until: Date.now() + longestMs,
        })
        return done({ ticket, expires_in: longestMs / 1_000 })
      }
      return { account: null, run }
    },
    share(call) {
      check(call)
      const id = call.query.get('share_id')
      if (id !== null) {
        const share = shares.get(id)
        if (!share) throw refused('2100005')
        const known = {
          ...(share.itemId !== null && { item_id: share.itemId }),
          ...(share.videoId !== null && { video_id: share.videoId }),
        }
        return { account: null, run: () => done({ share_id: id, ...known }) }
      }
      if (call.query.get('need_callback') !== 'true') throw refused('2100005')
      const run = () => {
        const share = { id: number(), itemId: null, videoId: null }
        shares.set(share.id, share)
        return done({ share_id: share.id })
      }
      return { account: null, run }
    },
    scan(account, body) {
      const { schema, isHalf } = parsed(scanInput, body)
      const { share, fields } = readSchema(schema)
      share.itemId ??= `@${randomBytes(18).toString('base64url')}`
      const videoId = number()
      const names = { shareId: share.id, itemId: share.itemId, videoId }
      const title = fields.get('title') ?? ''
      const address = `https://www.douyin.com/video/${videoId}`
      const known = account.pieces.get(share.id)
      const piece: Piece = known ?? {
        id: share.id,
        title,
        body: title,
        createdAt: account.clock.now(),
        state: 'draft',
        reason: null,
        names,
        address,
      }
      account.pieces.set(share.id, piece)
      if (isHalf) {
        const notice = noticeOf(account, piece, ['item-only'])
        if (notice) account.courier?.deliver({ ...notice, attempts: [], nextAt: null }).catch(() => undefined)
        return piece
      }
      share.videoId = piece.names.videoId ?? videoId
      review(account, piece)
      return piece
    },
    clear() {
      tokens.clear()
      tickets.clear()
      shares.clear()
    },
  }
}
