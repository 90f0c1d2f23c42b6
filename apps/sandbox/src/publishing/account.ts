import { z } from 'zod'
import type { Notice, NoticeAttempt } from '../payments/notice-courier.ts'
import type { VirtualClock } from '../payments/virtual-clock.ts'
import { judgements, type Act, type Piece } from './piece.ts'
import type { TokenBook } from './token-book.ts'

const longestMs = 400 * 86_400_000
const count = z.number().int().min(0).max(1_000_000)

/** What somebody arranges for one account; each platform looks at what it has. */
export const accountSettings = z.strictObject({
  name: z.string().min(1).max(40),
  /** Until a review has ended. */
  reviewMs: z.number().int().min(0).max(longestMs),
  /** How it ends by itself; with `hold` somebody has to say. */
  outcome: z.enum(['approve', 'reject', 'fail', 'hold']),
  /** Submits a day; null for any number. */
  dailyQuota: count.nullable(),
  /** The how-manieth upload is refused, from 1. */
  refusedUpload: count.nullable(),
  /** A submit is refused with this code of the platform's. */
  submitCode: z.string().nullable(),
  accessSeconds: count,
  refreshSeconds: count,
  /** Addresses that may call; null for any. */
  allowedIps: z.array(z.string()).nullable(),
  /** Organisations that were verified may do more. */
  isVerified: z.boolean(),
  mayDraft: z.boolean(),
  /** What its owner allows when asked, of what was asked for; null for all of it. */
  grants: z.array(z.string()).nullable(),
  /** Where it is told what became of its pieces; null: it is told nothing. */
  callbackUrl: z.url().nullable(),
  /** Notices go encrypted. */
  isCallbackEncrypted: z.boolean(),
  /** Whether pictures are fetched from the addresses given. */
  fetchesPictures: z.boolean(),
})

export type AccountSettings = z.infer<typeof accountSettings>

export const usualSettings: AccountSettings = {
  name: '沙盒账号',
  reviewMs: 2_000,
  outcome: 'approve',
  dailyQuota: null,
  refusedUpload: null,
  submitCode: null,
  accessSeconds: 7_200,
  refreshSeconds: 2_592_000,
  allowedIps: null,
  isVerified: true,
  mayDraft: true,
  grants: null,
  callbackUrl: null,
  isCallbackEncrypted: false,
  fetchesPictures: true,
}

/** One creator's account at one platform, with a clock of its own. */
export interface Account {
  id: string
  settings: AccountSettings
  clock: VirtualClock
  pieces: Map<string, Piece>
  tokens: TokenBook
  uploads: number
  submits: { day: string; count: number }
  /** Drafts that its author can publish at the console; left out where there are none apart from pieces. */
  waiting?(): readonly { id: string; title: string }[]
  /** Told by the platform; left out where it tells nobody. */
  courier?: { list(): Notice[]; deliver(notice: Notice): Promise<NoticeAttempt>; clear(): void }
  /** A piece has changed: who is to know hears of it. */
  announce(piece: Piece): void
  credentials(origin: string): Readonly<Record<string, unknown>>
  clear(): void
}

/** False where a piece is in no state for it. */
export function judge(account: Account, piece: Piece, act: Act, reason: string | null = null): boolean {
  if (act === 'hold') {
    if (piece.state === 'review') piece.isHeld = true
    return piece.state === 'review'
  }
  const { from, to, reason: usual } = judgements[act]
  if (!from.includes(piece.state)) return false
  piece.state = to
  piece.reason = reason ?? usual
  account.announce(piece)
  return true
}

/** Review begins, and ends by itself unless somebody is quicker. */
export function review(account: Account, piece: Piece): void {
  const { outcome, reviewMs } = account.settings
  piece.state = 'review'
  if (outcome === 'hold') return
  const end = new Date(account.clock.now().getTime() + reviewMs)
  account.clock.at(end, () => {
    if (piece.state === 'review' && piece.isHeld !== true) judge(account, piece, outcome)
  })
}

/** Days there are those of Beijing. */
export const dayOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/** Counts one more submit of today; false when there were enough. */
export function countSubmit(account: Account): boolean {
  const day = dayOf(account.clock.now())
  if (account.submits.day !== day) account.submits = { day, count: 0 }
  const { dailyQuota } = account.settings
  if (dailyQuota !== null && account.submits.count >= dailyQuota) return false
  account.submits.count += 1
  return true
}

export const submitsToday = ({ submits, clock }: Account): number =>
  submits.day === dayOf(clock.now()) ? submits.count : 0

/** Whether this upload is the one that somebody wants refused. */
export function countUpload(account: Account): boolean {
  account.uploads += 1
  return account.uploads !== account.settings.refusedUpload
}
