import type { EntryKind, LedgerUnit } from '@mozhou/contracts/credits/kinds'
import { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import { kindRules, whyNotPostable } from './credit-rules.ts'
import type { PostedEntry, PostedEntryRow } from './posted-entry.ts'
import { toPostedEntry } from './posted-entry.ts'
import { withPostingErrors } from './posting-errors.ts'

export { withPostingErrors }

export interface PostEntry {
  /** From the business fact, never from a run or an attempt: `signup:{userId}`, `charge:{generationId}`. */
  key: string
  kind: EntryKind
  userId: string
  unit: LedgerUnit
  /** Signed from the user's side, never 0: credits, or fen for cash. */
  amount: number
  reference: { type: string; id: string }
  /** The entry that this one takes back, to the same amount; each is taken back at most once. */
  reversesId?: string
  reason?: string
  /** The operator, where a person did it. */
  actorId?: string
}

/** What posting needs: a whole context, or that of a transaction. */
export type LedgerContext = Pick<TxContext, 'prisma' | 'clock' | 'newId'>

/**
 * Moves an amount between a user's account and the platform's, in one statement. The same key again gives the stored entry and moves
 * nothing. A transaction that posts for several users does so in the order of their ids, or two of them may wait for each other.
 * @throws AppError CREDITS_INSUFFICIENT {balance, needed}, IDEMPOTENCY_KEY_REUSED, ENTRY_ALREADY_REVERSED, ENTRY_NOT_FOUND,
 *   USER_NOT_FOUND, VALIDATION_FAILED {field: amount} when the balance would leave the range of an integer
 * @throws RangeError for an amount that its kind cannot move
 */
export async function postEntry(ctx: LedgerContext, input: PostEntry): Promise<PostedEntry> {
  // As one JSON value: Prisma converts a row column by column, at more cost than the rest of its work.
  const call = Prisma.sql`SELECT to_json(posted) AS entry FROM ${postEntryCall(ctx, { ...input, owner: input.userId })} AS posted`
  const rows = await withPostingErrors(() => ctx.prisma.$queryRaw<{ entry: PostedEntryRow }[]>(call))
  const [row] = rows
  if (!row) throw new Error(`post_entry gave no row for ${input.key}`)
  return toPostedEntry(row.entry)
}

/** `owner` is the user's id, or a column that holds it: only a call that needs a column of a row is sure to wait for that row. */
export type PostEntryCall = Omit<PostEntry, 'userId'> & { owner: string | Prisma.Sql }

/** `post_entry(…)` for the FROM of a larger statement, which is undone if it cannot post; run that inside `withPostingErrors`. */
export function postEntryCall(ctx: LedgerContext, input: PostEntryCall): Prisma.Sql {
  const mistake = whyNotPostable(input.kind, input.amount)
  if (mistake) throw new RangeError(mistake)
  const { counter, mayLeaveDebt } = kindRules[input.kind]
  return Prisma.sql`post_entry(
    ${ctx.newId()}::uuid, ${input.key}, ${input.kind}, ${input.owner}::uuid, ${input.unit}, ${counter}, ${input.amount}::int,
    ${input.reference.type}, ${input.reference.id}, ${input.reversesId ?? null}::uuid, ${input.reason ?? null},
    ${input.actorId ?? null}::uuid, ${mayLeaveDebt}, ${ctx.clock.now().toISOString()}::timestamptz)`
}
