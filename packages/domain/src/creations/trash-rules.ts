import { trashDays } from '@mozhou/contracts/creations/kinds'

const dayMs = 86_400_000

/** What was deleted at or before this instant may be purged and not be brought back. */
export function purgeableBefore(now: Date): Date {
  return new Date(now.getTime() - trashDays * dayMs)
}

/** Begun days until the purge, never less than 1: the purge itself comes once a day. */
export function daysLeft(deletedAt: Date, now: Date): number {
  const leftMs = deletedAt.getTime() + trashDays * dayMs - now.getTime()
  return Math.max(1, Math.ceil(leftMs / dayMs))
}
