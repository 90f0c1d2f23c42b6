import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { loadForm } from './load-form.ts'
import { storedGenerationKind } from '../stored-columns.ts'
import { storedForm } from '../stored-work.ts'
import { textTool } from './text-tool.ts'

/**
 * What regenerate, optimise, continue and rewrite need to know.
 * @throws AppError CREATION_NOT_FOUND when it is not this user's, CREATION_IN_TRASH, CREATION_HAS_NO_TEXT when it is no text.
 */
export async function loadOwnCreation(ctx: DomainContext, creationId: string, userId: string) {
  const [row, form] = await Promise.all([
    ctx.prisma.creation.findUnique({
      where: { id: creationId, userId, purgedAt: null },
      select: {
        id: true,
        title: true,
        kind: true,
        toolKey: true,
        isIncomplete: true,
        currentVersionId: true,
        deletedAt: true,
        copiedForm: true,
        generations: {
          orderBy: { ordinal: 'asc' },
          select: { kind: true, status: true, requestedModelId: true, requestKey: true },
        },
      },
    }),
    loadForm(ctx, { creationId, userId }, 'accepted only'),
  ])
  if (!row) throw new AppError('CREATION_NOT_FOUND')
  if (row.deletedAt !== null) throw new AppError('CREATION_IN_TRASH')
  const accepted = row.generations.filter((generation) => generation.status !== 'refused')
  return {
    id: row.id,
    title: row.title,
    tool: textTool(row),
    isIncomplete: row.isIncomplete,
    currentVersionId: row.currentVersionId,
    form: storedForm(form ?? row.copiedForm ?? {}),
    requestedModelId: accepted.at(-1)?.requestedModelId ?? null,
    requestKeys: new Set(row.generations.map((generation) => generation.requestKey)),
    history: accepted.map((generation) => ({
      kind: storedGenerationKind(generation.kind),
      isSuccessful: generation.status === 'succeeded',
    })),
  }
}
