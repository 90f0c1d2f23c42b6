import type { VersionDto } from '@mozhou/contracts/creations/answers'
import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { toVersionDto, versionSelect } from './version-dto.ts'

/** Every version of a work, newest first. @throws AppError CREATION_NOT_FOUND. */
export async function listVersions(
  ctx: DomainContext,
  input: { creationId: string; userId: string },
): Promise<VersionDto[]> {
  const row = await ctx.prisma.creation.findUnique({
    where: { id: input.creationId, userId: input.userId, purgedAt: null },
    select: { versions: { orderBy: { ordinal: 'desc' }, select: versionSelect } },
  })
  if (!row) throw new AppError('CREATION_NOT_FOUND')
  return row.versions.map(toVersionDto)
}
