import type { EntryKind, LedgerUnit } from '@mozhou/contracts/credits/kinds'
import { storedEntryKind, storedUnit } from '../stored-columns.ts'

/** An entry as the ledger holds it. */
export interface PostedEntry {
  id: string
  idempotencyKey: string
  kind: EntryKind
  userId: string
  unit: LedgerUnit
  /** Signed from the user's side: credits, or fen for cash. */
  amount: number
  balanceAfter: number
  sequence: number
  referenceType: string
  referenceId: string
  reversesId: string | null
  reason: string | null
  actorId: string | null
  createdAt: Date
  /** It was there already: the call had no effect. */
  isReplay: boolean
}

/** The SQL type `posted_entry` as JSON. */
export interface PostedEntryRow {
  id: string
  idempotency_key: string
  kind: string
  user_id: string
  unit: string
  amount: number
  balance_after: number
  sequence: number
  reference_type: string
  reference_id: string
  reverses_id: string | null
  reason: string | null
  actor_id: string | null
  created_at: string
  is_replay: boolean
}

export function toPostedEntry(row: PostedEntryRow): PostedEntry {
  return {
    id: row.id,
    idempotencyKey: row.idempotency_key,
    kind: storedEntryKind(row.kind),
    userId: row.user_id,
    unit: storedUnit(row.unit),
    amount: row.amount,
    balanceAfter: row.balance_after,
    sequence: row.sequence,
    referenceType: row.reference_type,
    referenceId: row.reference_id,
    reversesId: row.reverses_id,
    reason: row.reason,
    actorId: row.actor_id,
    createdAt: new Date(row.created_at),
    isReplay: row.is_replay,
  }
}
