/** `draft` is seen by its author alone; the last four were not always what they are. */
export type PieceState = 'draft' | 'review' | 'public' | 'rejected' | 'failed' | 'banned' | 'deleted'

/** What was sent to a platform, and what became of it. */
export interface Piece {
  id: string
  title: string
  /** HTML or words, as it came. */
  body: string
  createdAt: Date
  state: PieceState
  /** Its review does not end by itself any more. */
  isHeld?: true
  /** The platform's words for a refusal. */
  reason: string | null
  /** Other numbers under which the platform knows it. */
  names: Record<string, string>
  /** Where readers find it. */
  address: string
}

export const acts = ['approve', 'reject', 'fail', 'ban', 'delete', 'hold'] as const
export type Act = (typeof acts)[number]

interface Judgement {
  from: readonly PieceState[]
  to: PieceState
  reason: string | null
}

/** What a platform's reviewers do, and its author; `hold` leaves it where it is. */
export const judgements: Readonly<Record<Exclude<Act, 'hold'>, Judgement>> = {
  approve: { from: ['draft', 'review', 'rejected', 'failed'], to: 'public', reason: null },
  reject: { from: ['review', 'public'], to: 'rejected', reason: '内容不符合平台规范（沙盒示例）' },
  fail: { from: ['review'], to: 'failed', reason: '发布失败（沙盒示例）' },
  ban: { from: ['public'], to: 'banned', reason: '违规被封禁（沙盒示例）' },
  delete: { from: ['draft', 'review', 'public', 'rejected', 'failed', 'banned'], to: 'deleted', reason: null },
}
