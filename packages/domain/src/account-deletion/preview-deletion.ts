import type { DeletionPreviewDto } from '@mozhou/contracts/account-deletion/answers'
import type { DomainContext } from '../context.ts'
import { findHindrances } from './find-hindrances.ts'
import { readLost } from './read-lost.ts'

/** What a person would lose, and what is in the way. Promises nothing. */
export async function previewDeletion(
  ctx: Pick<DomainContext, 'prisma' | 'clock' | 'settings'>,
  { userId }: { userId: string },
): Promise<DeletionPreviewDto> {
  const [lost, hindrances] = await Promise.all([
    readLost(ctx, userId),
    findHindrances(ctx, { userId, withPending: false }),
  ])
  return { lost, hindrances, regretDays: ctx.settings.deletionRegretDays }
}
