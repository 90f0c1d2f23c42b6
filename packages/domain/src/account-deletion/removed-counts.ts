import { removedThings } from '@mozhou/contracts/account-deletion/kinds'
import type { RemovedThing } from '@mozhou/contracts/account-deletion/kinds'
import { z } from 'zod'

/** How many rows of what were removed or emptied. */
export type RemovedCounts = Partial<Record<RemovedThing, number>>

const storedCounts = z.partialRecord(z.enum(removedThings), z.int())

export const readCounts = (stored: unknown): RemovedCounts => storedCounts.parse(stored)

export function addCounts(counts: RemovedCounts, more: RemovedCounts): RemovedCounts {
  const sum = { ...counts }
  for (const thing of removedThings) {
    const added = more[thing]
    if (added !== undefined) sum[thing] = (sum[thing] ?? 0) + added
  }
  return sum
}

/** Rows alone. */
export const totalOf = (counts: RemovedCounts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0) - (counts.file_bytes ?? 0)
