import type { PrismaTransaction } from '@mozhou/db/client'

export interface Finding {
  /** Edge id of the row that is wrong: an entry, a generation, or the user who owns the account. */
  id: string
  /** For an operator who looks into it; numbers, no wording. */
  detail: string
}

/** Reads, never writes; `checked` counts the rows that were looked at. */
export type LedgerCheck = (prisma: PrismaTransaction) => Promise<{ checked: number; findings: Finding[] }>

export const findingsLimit = 20
