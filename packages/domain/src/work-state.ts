import type { PaidWorkState } from '@mozhou/contracts/generations/kinds'

/** What became of a work, for whoever reads of it without its text. */
export function workState({ deletedAt, purgedAt }: { deletedAt: Date | null; purgedAt: Date | null }): PaidWorkState {
  if (purgedAt !== null) return 'purged'
  return deletedAt === null ? 'kept' : 'trashed'
}
