import type { EntryKind } from '@mozhou/contracts/credits/kinds'
import { Prisma } from '@mozhou/db/client'
import type { LedgerContext } from './post-entry.ts'
import type { PostedEntry, PostedEntryRow } from './posted-entry.ts'
import { toPostedEntry } from './posted-entry.ts'
import { withPostingErrors } from './posting-errors.ts'

export interface ReverseEntry {
  /** From the business fact: `refund:{generationId}`. */
  key: string
  /** Key of the entry to take back: `charge:{generationId}`. */
  originalKey: string
  kind: EntryKind
  /** Of a refund that gives back a part; left out, all of it. */
  amount?: number
  reason?: string
  actorId?: string
}

/**
 * Takes back what the entry with `originalKey` moved, or a part of a charge, in one statement. Null when there is no such entry: nothing was moved,
 * so nothing is to be taken back. Once per entry; the same key again gives the stored entry, whatever its amount.
 * @throws AppError ENTRY_ALREADY_REVERSED under another key, CREDITS_INSUFFICIENT, IDEMPOTENCY_KEY_REUSED
 */
export async function reverseEntry(ctx: LedgerContext, input: ReverseEntry): Promise<PostedEntry | null> {
  const call = Prisma.sql`SELECT to_json(reversal) AS entry FROM ${reversalCall(ctx, input)} AS reversal`
  const [row] = await withPostingErrors(() => ctx.prisma.$queryRaw<{ entry: PostedEntryRow }[]>(call))
  return row ? toPostedEntry(row.entry) : null
}

/** `reverse_entry(…)` for the FROM of a larger statement, which is undone if it cannot post; run that inside `withPostingErrors`. */
export function reversalCall(ctx: Pick<LedgerContext, 'clock' | 'newId'>, input: ReverseEntry): Prisma.Sql {
  return Prisma.sql`reverse_entry(
    ${ctx.newId()}::uuid, ${input.key}, ${input.originalKey}, ${input.kind}, ${input.reason ?? null},
    ${input.actorId ?? null}::uuid, ${ctx.clock.now().toISOString()}::timestamptz, ${input.amount ?? null}::int)`
}
