import { createHash, randomBytes } from 'node:crypto'
import { createCourier } from '../../payments/notice-courier.ts'
import type { Account } from '../account.ts'
import type { Piece } from '../piece.ts'
import type { Beginnings } from '../room.ts'
import { app } from './answers.ts'

export interface PartUpload {
  parts: Map<number, number>
  isDone: boolean
}

export interface DyAccount extends Account {
  openId: string
  media: Set<string>
  parts: Map<string, PartUpload>
  renewals: number
}

export type NoticeVariant = 'forged' | 'item-only' | 'content-as-text' | 'other-app'

export function openDyAccount(beginnings: Beginnings): DyAccount {
  const { id, clock, settings, tokens } = beginnings
  const courier = createCourier(clock, {
    gapsMs: [10_000, 60_000, 600_000],
    timeoutMs: 5_000,
    isAccepted: (status) => status === 200,
  })
  const account: DyAccount = {
    ...beginnings,
    settings: { ...settings, accessSeconds: settings.accessSeconds === 7_200 ? 1_296_000 : settings.accessSeconds },
    openId: `_000${createHash('sha256').update(`douyin ${id}`).digest('base64url').slice(0, 30)}`,
    media: new Set(),
    parts: new Map(),
    renewals: 0,
    courier,
    announce(piece) {
      // Only what came from a share is told of, and only when it is there.
      if (piece.state !== 'public' || piece.names.shareId === undefined) return
      const notice = noticeOf(account, piece, [])
      if (notice) courier.send(notice, 0)
    },
    credentials: (origin) => ({
      id,
      openId: account.openId,
      name: account.settings.name,
      baseUrl: `${origin}/publishing/douyin`,
      app,
    }),
    clear() {
      clock.clear()
      tokens.clear()
      courier.clear()
    },
  }
  return account
}

export function noticeOf(account: DyAccount, piece: Piece, variants: readonly NoticeVariant[]) {
  const { callbackUrl } = account.settings
  if (callbackUrl === null) return null
  const { shareId, itemId, videoId } = piece.names
  const content = { share_id: shareId, item_id: itemId, ...(!variants.includes('item-only') && { video_id: videoId }) }
  const body = JSON.stringify({
    event: 'create_video',
    client_key: variants.includes('other-app') ? 'aw0000000000000000' : app.id,
    from_user_id: account.openId,
    content: variants.includes('content-as-text') ? JSON.stringify(content) : content,
    log_id: randomBytes(8).toString('hex'),
  })
  return {
    id: randomBytes(8).toString('hex'),
    orderNo: shareId ?? piece.id,
    event: 'create_video',
    url: callbackUrl,
    compose: messageOf(body, piece, variants),
  }
}

/** The same notice has the same number, however often it is sent. */
const messageOf = (body: string, piece: Piece, variants: readonly NoticeVariant[]) => () => {
  const secret = variants.includes('forged') ? 'somebody-else' : app.secret
  const signature = createHash('sha1')
    .update(secret + body)
    .digest('hex')
  return {
    headers: {
      'content-type': 'application/json',
      'x-douyin-signature': signature,
      'msg-id': `${piece.id}-${variants.includes('item-only') ? 'item' : 'video'}`,
    },
    body,
  }
}
