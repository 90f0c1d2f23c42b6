import type { Account } from '../account.ts'
import type { Piece } from '../piece.ts'

export interface Article {
  article_type: 'news' | 'newspic'
  title: string
  content: string
  digest: string
  thumb_media_id: string
}

export interface Draft {
  id: string
  article: Article
  updatedAt: Date
}

export interface MpAccount extends Account {
  appId: string
  appSecret: string
  callbackToken: string
  callbackAesKey: string
  /** Material by its id, and addresses of pictures within texts. */
  materials: Set<string>
  addresses: Set<string>
  drafts: Map<string, Draft>
  /** draft/add of the day, those that are gone again too. */
  written: { day: string; count: number }
}

const codes: Readonly<Partial<Record<Piece['state'], number>>> = {
  public: 0,
  review: 1,
  failed: 3,
  rejected: 4,
  deleted: 5,
  banned: 6,
}

/** As freepublish/get numbers what became of it. */
export const statusOf = ({ state, names }: Piece): number =>
  names.isOriginal === '1' && state === 'rejected' ? 2 : (codes[state] ?? 3)

export type NoticeVariant = 'forged' | 'stale' | 'other-app'
