import { AppError } from '@mozhou/contracts/errors'
import type { Actor } from '../audit/actor.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { auditModel } from './audit-model.ts'
import { catalogueSelect, invalidateCatalogue, toCatalogueModel } from './catalogue.ts'
import { inModelChange } from './in-model-change.ts'

/**
 * Deletes a model. One that was ever called or asked for keeps its row, hidden, without its key and with its name free again, so that
 * receipts and statistics stay true.
 * @throws AppError MODEL_NOT_FOUND, MODEL_IS_DEFAULT {model}.
 */
export async function removeModel(ctx: DomainContext, input: { modelId: string; actor: Actor }): Promise<void> {
  await inModelChange(ctx, async (tx) => {
    const row = await tx.prisma.aiModel.findUnique({
      where: { id: input.modelId, deletedAt: null },
      select: { ...catalogueSelect, credentialsSource: true },
    })
    if (!row) throw new AppError('MODEL_NOT_FOUND')
    if (row.isDefault) throw new AppError('MODEL_IS_DEFAULT', { model: row.alias })
    const { credentialsSource, ...model } = row
    // A seeded one leaves its row too: the next start would add it again.
    const isKept = credentialsSource !== 'admin' || (await isUsed(tx, input.modelId))
    if (isKept) await hide(tx, input.modelId)
    else await tx.prisma.aiModel.delete({ where: { id: input.modelId } })
    await auditModel(tx, {
      actor: input.actor,
      action: 'remove',
      modelId: input.modelId,
      before: toCatalogueModel(model),
      after: isKept ? { isHidden: true } : null,
    })
  })
  await invalidateCatalogue(ctx)
}

async function isUsed({ prisma }: TxContext, modelId: string): Promise<boolean> {
  const select = { id: true }
  const called = await prisma.modelUsage.findFirst({ where: { modelId }, select })
  return (
    called !== null || (await prisma.generation.findFirst({ where: { requestedModelId: modelId }, select })) !== null
  )
}

async function hide({ prisma, clock }: TxContext, modelId: string): Promise<void> {
  const now = clock.now()
  await prisma.aiModel.updateMany({ where: { replacementId: modelId }, data: { replacementId: null } })
  await prisma.aiModel.update({
    where: { id: modelId },
    data: {
      deletedAt: now,
      updatedAt: now,
      isEnabled: false,
      replacementId: null,
      credentials: new Uint8Array(),
      credentialsLast4: '',
    },
    select: { id: true },
  })
}
