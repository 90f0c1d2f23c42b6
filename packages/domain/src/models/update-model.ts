import { AppError } from '@mozhou/contracts/errors'
import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import type { UpdateModelInput } from '@mozhou/contracts/models/inputs'
import type { Actor } from '../audit/actor.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { assertMove } from './address-rules.ts'
import { assertReplacement } from './assert-replacement.ts'
import { auditModel } from './audit-model.ts'
import { adminSelect, toModelAdminDto } from './catalogue-dto.ts'
import { catalogueSelect, invalidateCatalogue, toCatalogueModel } from './catalogue.ts'
import { translatingAlias } from './create-model.ts'
import { whyNotKeptDefault } from './default-rules.ts'
import { inModelChange } from './in-model-change.ts'
import { assertModelShape } from './model-rules.ts'
import { isSandboxAddress, sealCredentials } from './seal-credentials.ts'

/**
 * Changes a model; a new price takes effect at its date and leaves the old ones for past usage.
 * @throws AppError MODEL_NOT_FOUND, MODEL_ALIAS_TAKEN, MODEL_PARAMETER_UNSUPPORTED, MODEL_IS_DEFAULT {field, model} for what the
 *   default may not become, VALIDATION_FAILED naming the field and the rule.
 */
export async function updateModel(
  ctx: DomainContext,
  input: UpdateModelInput & { actor: Actor },
): Promise<ModelAdminDto> {
  const row = await translatingAlias(input.changes.alias, () =>
    inModelChange(ctx, (tx) => applyChanges(ctx, tx, input)),
  )
  await invalidateCatalogue(ctx)
  return toModelAdminDto(ctx, row)
}

async function applyChanges(ctx: DomainContext, tx: TxContext, input: UpdateModelInput & { actor: Actor }) {
  const { actor, modelId, changes } = input
  const present = await tx.prisma.aiModel.findUnique({
    where: { id: modelId, deletedAt: null },
    select: catalogueSelect,
  })
  if (!present) throw new AppError('MODEL_NOT_FOUND')
  const before = toCatalogueModel(present)
  const { price, credentials, ...fields } = changes
  assertModelShape({ ...before, ...fields, credentials })
  if (fields.baseUrl !== undefined) assertMove(ctx, before.baseUrl, fields.baseUrl, credentials !== undefined)
  const now = ctx.clock.now()
  const unfit = before.isDefault ? whyNotKeptDefault(before, fields, now) : null
  if (unfit) throw new AppError('MODEL_IS_DEFAULT', { field: unfit, model: before.alias })
  const { replacementId, capability = before.capability } = fields
  if (replacementId !== undefined) await assertReplacement(tx, { id: modelId, capability, replacementId })
  if (price) await tx.prisma.modelPrice.upsert(pricePatch(modelId, price))
  const row = await tx.prisma.aiModel.update({
    where: { id: modelId },
    data: {
      ...fields,
      ...(credentials ? sealCredentials(ctx, modelId, credentials, 'admin') : {}),
      ...(fields.baseUrl ? { isSandbox: isSandboxAddress(ctx, fields.baseUrl) } : {}),
      updatedAt: now,
    },
    select: adminSelect,
  })
  await auditModel(tx, { actor, action: 'update', modelId, before, after: changes })
  return row
}

function pricePatch(modelId: string, price: NonNullable<UpdateModelInput['changes']['price']>) {
  const key = { modelId, effectiveFrom: price.effectiveFrom }
  return { where: { modelId_effectiveFrom: key }, create: { ...price, modelId }, update: price }
}
