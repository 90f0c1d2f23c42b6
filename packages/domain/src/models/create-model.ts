import type { CreateModelInput } from '@mozhou/contracts/models/inputs'
import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import { AppError } from '@mozhou/contracts/errors'
import { Prisma } from '@mozhou/db/client'
import type { Actor } from '../audit/actor.ts'
import type { DomainContext } from '../context.ts'
import { assertModelAddress } from './address-rules.ts'
import { assertReplacement } from './assert-replacement.ts'
import { auditModel } from './audit-model.ts'
import { adminSelect, toModelAdminDto } from './catalogue-dto.ts'
import { invalidateCatalogue } from './catalogue.ts'
import { inModelChange } from './in-model-change.ts'
import { assertModelShape } from './model-rules.ts'
import { isSandboxAddress, sealCredentials } from './seal-credentials.ts'

/** Adds a model to the catalogue. @throws AppError MODEL_ALIAS_TAKEN, MODEL_PARAMETER_UNSUPPORTED, VALIDATION_FAILED. */
export async function createModel(
  ctx: DomainContext,
  input: CreateModelInput & { actor: Actor },
): Promise<ModelAdminDto> {
  assertModelShape(input)
  assertModelAddress(ctx, input.baseUrl)
  const { price, credentials, shutdownAt, actor, ...fields } = input
  const id = ctx.newId()
  const now = ctx.clock.now()
  const row = await translatingAlias(input.alias, () =>
    inModelChange(ctx, async (tx) => {
      await assertReplacement(tx, { id, capability: input.capability, replacementId: input.replacementId ?? null })
      const created = await tx.prisma.aiModel.create({
        data: {
          ...fields,
          id,
          shutdownAt: shutdownAt ?? null,
          replacementId: input.replacementId ?? null,
          ...sealCredentials(ctx, id, credentials, 'admin'),
          isSandbox: isSandboxAddress(ctx, input.baseUrl),
          createdAt: now,
          updatedAt: now,
          prices: { create: price },
        },
        select: adminSelect,
      })
      await auditModel(tx, {
        actor,
        action: 'create',
        modelId: id,
        before: null,
        after: { ...fields, price, shutdownAt, credentials },
      })
      return created
    }),
  )
  await invalidateCatalogue(ctx)
  return toModelAdminDto(ctx, row)
}

/** @throws AppError MODEL_ALIAS_TAKEN where the unique constraint on (capability, alias) refused. */
export async function translatingAlias<T>(alias: string | undefined, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (cause) {
    if (!(cause instanceof Prisma.PrismaClientKnownRequestError) || cause.code !== 'P2002') throw cause
    throw new AppError('MODEL_ALIAS_TAKEN', { alias: alias ?? '' }, { cause })
  }
}
