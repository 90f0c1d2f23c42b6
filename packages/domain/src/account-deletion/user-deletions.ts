import { lostAnswer } from '@mozhou/contracts/account-deletion/answers'
import { countAnswer } from '@mozhou/contracts/answers'
import type { UserDeletionDto, UserDeletionsDto } from '@mozhou/contracts/account-deletion/answers'
import { formatId } from '@mozhou/contracts/ids'
import type { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { storedDeletionStatus, storedHindrance } from '../stored-columns.ts'
import { previewDeletion } from './preview-deletion.ts'
import { readCounts } from './removed-counts.ts'

/** A person takes one back a few times at most; who plays with it has the latest. */
const mostShown = 20

const select = {
  id: true,
  status: true,
  reason: true,
  lost: true,
  createdAt: true,
  dueAt: true,
  triedAt: true,
  hindrances: true,
  counts: true,
  endedAt: true,
  startedBy: { select: { id: true, username: true } },
} as const satisfies Prisma.AccountDeletionSelect

/** What an operator sees of one person: what is in the way now, and every deletion that was begun. */
export async function userDeletions(ctx: DomainContext, { userId }: { userId: string }): Promise<UserDeletionsDto> {
  const [preview, rows] = await Promise.all([
    previewDeletion(ctx, { userId }),
    ctx.prisma.accountDeletion.findMany({
      where: { userId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: mostShown,
      select,
    }),
  ])
  return { preview, deletions: rows.map(toDto) }
}

/** Of accounts that were closed before files were counted. */
const storedLost = lostAnswer.extend({ files: countAnswer.default(0), fileBytes: countAnswer.default(0) })

function toDto(row: Prisma.AccountDeletionGetPayload<{ select: typeof select }>): UserDeletionDto {
  return {
    id: formatId('accountDeletion', row.id),
    status: storedDeletionStatus(row.status),
    startedBy: row.startedBy && { ...row.startedBy, id: formatId('user', row.startedBy.id) },
    reason: row.reason,
    lost: storedLost.parse(row.lost),
    createdAt: row.createdAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    triedAt: row.triedAt?.toISOString() ?? null,
    hindrances: row.hindrances.map(storedHindrance),
    counts: readCounts(row.counts),
    endedAt: row.endedAt?.toISOString() ?? null,
  }
}
