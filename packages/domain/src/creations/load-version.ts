import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { kindsWithForm } from './load-form.ts'
import { storedChecks, storedForm, storedResult } from '../stored-work.ts'

/** A stored version of a person's own work, which may be in the trash. @throws AppError CREATION_NOT_FOUND, VERSION_NOT_FOUND. */
export async function loadVersion(
  ctx: Pick<DomainContext, 'prisma'>,
  input: { creationId: string; userId: string; versionId?: string | undefined },
) {
  const creation = await ctx.prisma.creation.findUnique({
    where: { id: input.creationId, userId: input.userId, purgedAt: null },
    select: {
      kind: true,
      toolKey: true,
      currentVersionId: true,
      deletedAt: true,
      copiedForm: true,
      generations: {
        where: { kind: { in: kindsWithForm }, status: { not: 'refused' } },
        orderBy: { ordinal: 'desc' },
        take: 1,
        select: { input: true },
      },
    },
  })
  if (!creation) throw new AppError('CREATION_NOT_FOUND')
  const versionId = input.versionId ?? creation.currentVersionId
  if (versionId === null) throw new AppError('CREATION_HAS_NO_TEXT')
  const version = await ctx.prisma.version.findUnique({ where: { id: versionId, creationId: input.creationId } })
  if (!version) throw new AppError('VERSION_NOT_FOUND')
  return {
    ...version,
    work: { kind: creation.kind, toolKey: creation.toolKey },
    result: storedResult(version.result),
    checks: storedChecks(version.checks),
    /** The form the work was last written from. */
    form: storedForm(version.plainForm ?? creation.generations[0]?.input ?? creation.copiedForm ?? {}),
    isTrashed: creation.deletedAt !== null,
    isCurrent: version.id === creation.currentVersionId,
  }
}
