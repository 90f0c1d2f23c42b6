import { AppError } from '@mozhou/contracts/errors'
import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import type { Actor } from '../audit/actor.ts'
import type { DomainContext } from '../context.ts'
import { auditModel } from './audit-model.ts'
import { adminSelect, toModelAdminDto } from './catalogue-dto.ts'
import { catalogueSelect, invalidateCatalogue, toCatalogueModel } from './catalogue.ts'
import { unfitFields } from './default-rules.ts'
import { inModelChange } from './in-model-change.ts'

/**
 * Makes one model its capability's default.
 * @throws AppError MODEL_NOT_FOUND, MODEL_UNFIT_AS_DEFAULT {field, model} for a disabled one, one for members, or one past its last day.
 */
export async function setDefaultModel(
  ctx: DomainContext,
  input: { modelId: string; actor: Actor },
): Promise<ModelAdminDto> {
  const row = await inModelChange(ctx, async (tx) => {
    const model = await tx.prisma.aiModel.findUnique({
      where: { id: input.modelId, deletedAt: null },
      select: catalogueSelect,
    })
    if (!model) throw new AppError('MODEL_NOT_FOUND')
    const now = ctx.clock.now()
    const [field] = unfitFields(toCatalogueModel(model), now)
    if (field) throw new AppError('MODEL_UNFIT_AS_DEFAULT', { field, model: model.alias })
    const { capability } = model
    const previous = await tx.prisma.aiModel.findFirst({ where: { capability, isDefault: true }, select: { id: true } })
    await tx.prisma.aiModel.updateMany({ where: { capability, isDefault: true }, data: { isDefault: false } })
    const before = { default: previous?.id ?? null }
    await auditModel(tx, {
      actor: input.actor,
      action: 'set-default',
      modelId: input.modelId,
      before,
      after: { default: input.modelId },
    })
    return tx.prisma.aiModel.update({
      where: { id: input.modelId },
      data: { isDefault: true, updatedAt: now },
      select: adminSelect,
    })
  })
  await invalidateCatalogue(ctx)
  return toModelAdminDto(ctx, row)
}
