import type { CreationDto } from '@mozhou/contracts/creations/answers'
import { isActive } from '@mozhou/contracts/generations/kinds'
import { AppError } from '@mozhou/contracts/errors'
import { fulfilmentOf } from '../generations/fulfilment.ts'
import type { GenerationsContext } from '../generations/fulfilment.ts'
import { generationSelect, toGenerationDto } from '../generations/generation-dto.ts'
import { continuationsLeft } from '../generations/generation-rules.ts'
import { withCovers } from './with-covers.ts'
import { creationRowSelect, toCreationRow } from './creation-row.ts'
import { readReplacedTexts } from '../generations/read-replaced-texts.ts'
import { readRefundedCredits } from '../generations/refund-generation.ts'
import { loadForm } from './load-form.ts'
import { toVersionDto, versionSelect } from './version-dto.ts'
import { storedGenerationKind } from '../stored-columns.ts'
import { storedForm } from '../stored-work.ts'

/** One work with its current version and newest generation, also while it is in the trash. @throws AppError CREATION_NOT_FOUND. */
export async function getCreation(
  ctx: GenerationsContext,
  input: { creationId: string; userId: string },
): Promise<CreationDto> {
  const [row, form] = await Promise.all([
    ctx.prisma.creation.findUnique({
      where: { id: input.creationId, userId: input.userId, purgedAt: null },
      select: {
        ...creationRowSelect,
        deletedAt: true,
        copiedForm: true,
        currentVersion: { select: { ...versionSelect, generationId: true } },
        generations: { orderBy: { ordinal: 'asc' }, select: { ...generationSelect, yields: true } },
      },
    }),
    loadForm(ctx, input, 'refused'),
  ])
  if (!row) throw new AppError('CREATION_NOT_FOUND')
  const latest = row.generations.at(-1)
  const accepted = row.generations.filter(({ status }) => status !== 'refused')
  const history = accepted.map(({ kind, status }) => ({
    kind: storedGenerationKind(kind),
    isSuccessful: status === 'succeeded',
  }))
  const isWriting = latest !== undefined && latest.yields === 'version' && isActive(latest.status)
  const writtenBy = isWriting ? latest.id : (row.currentVersion?.generationId ?? null)
  const [shown] = await withCovers(ctx, [toCreationRow(ctx, row)])
  if (!shown) throw new AppError('CREATION_NOT_FOUND')
  return {
    ...shown,
    input: storedForm(form ?? row.copiedForm ?? {}),
    currentVersion: row.currentVersion ? toVersionDto(row.currentVersion) : null,
    generation: latest ? toGenerationDto(latest, await readRefundedCredits(ctx, latest.id)) : null,
    replacedTexts: writtenBy === null ? [] : await readReplacedTexts(ctx, writtenBy),
    // Only what is charged whole, whatever is kept of it, is gone on with for nothing.
    continuationsLeft:
      row.isIncomplete && fulfilmentOf(ctx, row.kind).undeliveredCredits === null ? continuationsLeft(history) : 0,
    deletedAt: row.deletedAt?.toISOString() ?? null,
  }
}
