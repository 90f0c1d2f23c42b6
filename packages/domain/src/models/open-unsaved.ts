import type { CreateModelInput, ModelPrice, UpdateModelInput, VendorCredentials } from '@mozhou/contracts/models/inputs'
import type { DomainContext } from '../context.ts'
import { assertModelAddress, assertMove } from './address-rules.ts'
import { abilitiesOf } from './catalogue.ts'
import type { CatalogueModel } from './catalogue.ts'
import { circuitOf } from './circuit.ts'
import { assertModelShape } from './model-rules.ts'
import { targeted } from './open-target.ts'
import type { Opened } from './open-target.ts'
import { isSandboxAddress } from './seal-credentials.ts'

type Changes = NonNullable<UpdateModelInput['changes']>

/**
 * A stored model as a form would have it, held to what saving would be held to: a stored key goes to the server it was entered for.
 * @throws AppError VALIDATION_FAILED, MODEL_PARAMETER_UNSUPPORTED naming the field.
 */
export function withChanges(ctx: DomainContext, stored: Opened, changes: Changes): Opened {
  const { price, credentials, ...fields } = changes
  const model: CatalogueModel = {
    ...stored.model,
    ...fields,
    shutdownAt: fields.shutdownAt ?? null,
    replacementId: fields.replacementId ?? null,
  }
  assertModelShape({ ...model, credentials })
  if (fields.baseUrl !== undefined) assertMove(ctx, stored.model.baseUrl, fields.baseUrl, credentials !== undefined)
  return unsaved(ctx, model, credentials ?? stored.target.credentials, price ?? stored.price)
}

/** A model that is not saved yet. @throws as `withChanges`. */
export function openUnsaved(ctx: DomainContext, input: CreateModelInput): Opened {
  const { price, credentials, ...fields } = input
  assertModelShape({ ...fields, credentials })
  assertModelAddress(ctx, input.baseUrl)
  const model: CatalogueModel = {
    ...fields,
    id: ctx.newId(),
    isDefault: false,
    isSandbox: false,
    shutdownAt: fields.shutdownAt ?? null,
    replacementId: fields.replacementId ?? null,
    abilities: null,
  }
  return unsaved(ctx, model, credentials, price)
}

function unsaved(
  ctx: DomainContext,
  model: CatalogueModel,
  credentials: VendorCredentials,
  price: ModelPrice | null,
): Opened {
  const { vendor, baseUrl } = model
  return {
    ...targeted(
      ctx,
      { ...model, isSandbox: isSandboxAddress(ctx, baseUrl), abilities: abilitiesOf(model) },
      credentials,
    ),
    price,
    // Nobody's: what is tried is not what people use, and its answer says nothing of that.
    circuit: circuitOf({ vendor, id: ctx.newId(), credentials: Buffer.from('unsaved') }),
  }
}
