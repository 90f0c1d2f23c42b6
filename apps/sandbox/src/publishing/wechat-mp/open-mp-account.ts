import { createHash, randomBytes } from 'node:crypto'
import { createCourier } from '../../payments/notice-courier.ts'
import type { Piece } from '../piece.ts'
import type { Beginnings } from '../room.ts'
import type { MpAccount, NoticeVariant } from './mp-account.ts'
import { composeNotice } from './notice.ts'

const digits = (text: string, length: number) => createHash('sha256').update(text).digest('hex').slice(0, length)

export function openMpAccount(beginnings: Beginnings): MpAccount {
  const { id, clock } = beginnings
  const courier = createCourier(clock, {
    // Three times, five seconds each.
    gapsMs: [5_000, 5_000],
    timeoutMs: 5_000,
    isAccepted: (status, answer) => status === 200 && (answer === '' || answer.trim() === 'success'),
  })
  const account: MpAccount = {
    ...beginnings,
    appId: `wx${digits(id, 16)}`,
    appSecret: digits(`${id} secret`, 32),
    callbackToken: digits(`${id} token`, 16),
    callbackAesKey: createHash('sha256').update(`${id} aes`).digest('base64').slice(0, 43).replaceAll(/[+/]/g, 'a'),
    materials: new Set(),
    addresses: new Set(),
    drafts: new Map(),
    written: { day: '', count: 0 },
    courier,
    waiting: () =>
      [...account.drafts.values()].map(({ id: draftId, article }) => ({ id: draftId, title: article.title })),
    announce(piece) {
      if (piece.state === 'public') account.drafts.delete(piece.names.draftId ?? '')
      const notice = noticeOf(account, piece, [])
      if (notice) courier.send(notice, 0)
    },
    credentials: (origin) => ({
      id,
      baseUrl: `${origin}/publishing/wechat-mp`,
      name: account.settings.name,
      appId: account.appId,
      appSecret: account.appSecret,
      callbackToken: account.callbackToken,
      callbackAesKey: account.callbackAesKey,
    }),
    clear() {
      clock.clear()
      courier.clear()
    },
  }
  return account
}

/** What is pushed of a piece, made once: address and body belong together. Null where nobody is told. */
export function noticeOf(account: MpAccount, piece: Piece, variants: readonly NoticeVariant[]) {
  const { callbackUrl } = account.settings
  const { publishId } = piece.names
  if (callbackUrl === null || publishId === undefined || piece.state === 'review') return null
  const { query, body } = composeNotice(account, piece, variants)
  return {
    id: randomBytes(8).toString('hex'),
    orderNo: publishId,
    event: 'PUBLISHJOBFINISH',
    url: addressOf(callbackUrl, query),
    compose: () => ({ headers: { 'content-type': 'text/xml' }, body }),
  }
}

function addressOf(callbackUrl: string, query: Readonly<Record<string, string>>): string {
  const url = new URL(callbackUrl)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.href
}
