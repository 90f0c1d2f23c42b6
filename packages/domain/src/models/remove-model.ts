import { AppError } from '@mozhou/contracts/errors'
import type { Actor } from '../audit/actor.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { auditModel } from './audit-model.ts'
import { catalogueSelect, invalidateCatalogue, toCatalogueModel } from './catalogue.ts'

/** Deletes a model; usage rows and versions keep its name. @throws AppError MODEL_NOT_FOUND, MODEL_IN_USE for the default. */
export async function removeModel(ctx: DomainContext, input: { modelId: string; actor: Actor }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const row = await tx.prisma.aiModel.findUnique({ where: { id: input.modelId }, select: catalogueSelect })
    if (!row) throw new AppError('MODEL_NOT_FOUND')
    if (row.isDefault) throw new AppError('MODEL_IN_USE')
    await tx.prisma.aiModel.delete({ where: { id: input.modelId } })
    await auditModel(tx, {
      actor: input.actor,
      action: 'remove',
      modelId: input.modelId,
      before: toCatalogueModel(row),
      after: null,
    })
  })
  await invalidateCatalogue(ctx)
}
