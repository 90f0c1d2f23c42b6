import { AppError } from '@mozhou/contracts/errors'
import { credentialsInput } from '@mozhou/contracts/models/inputs'
import type { ModelPrice, VendorCredentials } from '@mozhou/contracts/models/inputs'
import { imageVendorKeys, textVendorKeys } from '@mozhou/contracts/models/vendor-keys'
import type { ImageTarget } from '@mozhou/integrations/ai/images/port'
import type { TextTarget } from '@mozhou/integrations/ai/port'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { readRow } from '../read-row.ts'
import { isPrivateNetwork } from './address-rules.ts'
import { toCatalogueModel } from './catalogue.ts'
import type { CatalogueModel, CatalogueRow } from './catalogue.ts'
import { circuitOf } from './circuit.ts'
import type { Circuit } from './circuit.ts'

interface OpenedModel {
  model: CatalogueModel
  /** Price in force now; null when none is known, which costs 0. */
  price: ModelPrice | null
  circuit: Circuit
}

export interface OpenedTarget extends OpenedModel {
  target: TextTarget
}

export interface OpenedImage extends OpenedModel {
  target: ImageTarget
}

export type Opened = OpenedTarget | OpenedImage

export const isOpenedImage = (opened: Opened): opened is OpenedImage => opened.model.capability === 'image'

/**
 * Reads one model of texts with its key opened, for the attempt that is about to call it.
 * @throws AppError MODEL_NOT_FOUND, also for a model of another capability, CREDENTIALS_UNREADABLE.
 */
export async function openTarget(ctx: DomainContext, modelId: string): Promise<OpenedTarget> {
  const opened = await openModel(ctx, modelId)
  if (isOpenedImage(opened)) throw new AppError('MODEL_NOT_FOUND')
  return opened
}

/** The same of one that makes pictures. @throws as `openTarget`. */
export async function openImageTarget(ctx: DomainContext, modelId: string): Promise<OpenedImage> {
  const opened = await openModel(ctx, modelId)
  if (!isOpenedImage(opened)) throw new AppError('MODEL_NOT_FOUND')
  return opened
}

/** One of either kind. @throws AppError MODEL_NOT_FOUND, CREDENTIALS_UNREADABLE. */
export async function openModel(ctx: DomainContext, modelId: string): Promise<Opened> {
  const row = await readRow<TargetRow>(ctx, targetQuery(modelId, ctx.clock.now()))
  if (!row) throw new AppError('MODEL_NOT_FOUND')
  const { sealed, credentialsKeyId, price, shutdownAt, ...stored } = row
  const model = toCatalogueModel({ ...stored, shutdownAt: shutdownAt === null ? null : new Date(shutdownAt) })
  const sealedKey = Buffer.from(sealed, 'base64')
  const credentials = credentialsInput.parse(JSON.parse(ctx.secrets.open(sealedKey, credentialsKeyId, row.id)))
  return {
    ...targeted(ctx, model, credentials),
    price: price && { ...price, effectiveFrom: new Date(price.effectiveFrom).toISOString() },
    circuit: circuitOf({ ...row, credentials: sealedKey }),
  }
}

/** Of one picture as vendors make them; more is none. */
const maxPictureBytes = 30_000_000

/** A model with where and how to call it. @throws AppError MODEL_PARAMETER_UNSUPPORTED for a vendor that cannot do this. */
export function targeted(
  ctx: DomainContext,
  model: CatalogueModel,
  credentials: VendorCredentials,
): Pick<OpenedTarget, 'model' | 'target'> | Pick<OpenedImage, 'model' | 'target'> {
  const { upstreamModel, baseUrl, authProfile, parameters, limits } = model
  const network = isPrivateNetwork(ctx, baseUrl) ? 'private' : 'public'
  const address = { upstreamModel, baseUrl, authProfile, credentials, network } as const
  const unsupported = () => new AppError('MODEL_PARAMETER_UNSUPPORTED', { field: 'capability', vendor: model.vendor })
  if (model.capability === 'text') {
    const vendor = textVendorKeys.find((key) => key === model.vendor)
    if (!vendor) throw unsupported()
    return { model, target: { ...address, vendor, parameters, limits } }
  }
  const vendor = imageVendorKeys.find((key) => key === model.vendor)
  if (!vendor) throw unsupported()
  // Until the vendor answers, and until it answers anything after that: as for texts.
  const { firstTokenTimeoutMs: submitTimeoutMs, idleTimeoutMs: callTimeoutMs } = limits
  return { model, target: { ...address, vendor, limits: { submitTimeoutMs, callTimeoutMs, maxPictureBytes } } }
}

interface TargetRow extends Omit<CatalogueRow, 'shutdownAt'> {
  shutdownAt: string | null
  /** Base64. */
  sealed: string
  credentialsKeyId: string
  price: ModelPrice | null
}

/** With the newest price that has taken effect. */
function targetQuery(modelId: string, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT m.id, m.vendor, m.capability, m.alias, m.upstream_model AS "upstreamModel", m.base_url AS "baseUrl", m.auth_profile AS "authProfile",
      m.parameters, m.limits, m.priority, m.is_members_only AS "isMembersOnly", m.is_enabled AS "isEnabled", m.is_default AS "isDefault",
      m.is_sandbox AS "isSandbox", m.shutdown_at AS "shutdownAt", m.replacement_id AS "replacementId",
      encode(m.credentials, 'base64') AS sealed, m.credentials_key_id AS "credentialsKeyId",
      (SELECT json_build_object('inputMicroYuanPerMillion', p.input_micro_yuan_per_million,
          'outputMicroYuanPerMillion', p.output_micro_yuan_per_million,
          'cachedInputMicroYuanPerMillion', p.cached_input_micro_yuan_per_million,
          'pictureMicroYuan', p.picture_micro_yuan, 'effectiveFrom', p.effective_from)
        FROM model_prices p WHERE p.model_id = m.id AND p.effective_from <= ${now} ORDER BY p.effective_from DESC LIMIT 1) AS price
    FROM ai_models m WHERE m.id = ${modelId}::uuid AND m.deleted_at IS NULL`
}

interface PriceRow {
  effectiveFrom: Date
  inputMicroYuanPerMillion: bigint
  outputMicroYuanPerMillion: bigint
  cachedInputMicroYuanPerMillion: bigint | null
  pictureMicroYuan: bigint | null
}

export function toPriceOrNull(row: PriceRow | undefined): ModelPrice | null {
  return row ? toPrice(row) : null
}

export function toPrice(row: PriceRow): ModelPrice {
  return {
    inputMicroYuanPerMillion: Number(row.inputMicroYuanPerMillion),
    outputMicroYuanPerMillion: Number(row.outputMicroYuanPerMillion),
    cachedInputMicroYuanPerMillion:
      row.cachedInputMicroYuanPerMillion === null ? null : Number(row.cachedInputMicroYuanPerMillion),
    pictureMicroYuan: row.pictureMicroYuan === null ? null : Number(row.pictureMicroYuan),
    effectiveFrom: row.effectiveFrom.toISOString(),
  }
}
