import { AppError } from '@mozhou/contracts/errors'
import { credentialsInput } from '@mozhou/contracts/models/inputs'
import type { ModelPrice } from '@mozhou/contracts/models/inputs'
import type { TextTarget } from '@mozhou/integrations/ai/port'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { readRow } from '../read-row.ts'
import { isPrivateNetwork } from './address-rules.ts'
import { toCatalogueModel } from './catalogue.ts'
import type { CatalogueModel, CatalogueRow } from './catalogue.ts'
import { circuitOf } from './circuit.ts'
import type { Circuit } from './circuit.ts'

export interface OpenedTarget {
  model: CatalogueModel
  target: TextTarget
  /** Price in force now; null when none is known, which costs 0. */
  price: ModelPrice | null
  circuit: Circuit
}

/** Reads one model with its key opened, for the attempt that is about to call it. @throws AppError MODEL_NOT_FOUND, CREDENTIALS_UNREADABLE. */
export async function openTarget(ctx: DomainContext, modelId: string): Promise<OpenedTarget> {
  const row = await readRow<TargetRow>(ctx, targetQuery(modelId, ctx.clock.now()))
  if (!row) throw new AppError('MODEL_NOT_FOUND')
  const { sealed, credentialsKeyId, price, shutdownAt, ...stored } = row
  const model = toCatalogueModel({ ...stored, shutdownAt: shutdownAt === null ? null : new Date(shutdownAt) })
  const sealedKey = Buffer.from(sealed, 'base64')
  const credentials = credentialsInput.parse(JSON.parse(ctx.secrets.open(sealedKey, credentialsKeyId, row.id)))
  const { vendor, upstreamModel, baseUrl, authProfile, parameters, limits } = model
  return {
    model,
    target: {
      vendor,
      upstreamModel,
      baseUrl,
      authProfile,
      credentials,
      parameters,
      limits,
      network: isPrivateNetwork(ctx, baseUrl) ? 'private' : 'public',
    },
    price: price && { ...price, effectiveFrom: new Date(price.effectiveFrom).toISOString() },
    circuit: circuitOf({ ...row, credentials: sealedKey }),
  }
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
          'cachedInputMicroYuanPerMillion', p.cached_input_micro_yuan_per_million, 'effectiveFrom', p.effective_from)
        FROM model_prices p WHERE p.model_id = m.id AND p.effective_from <= ${now} ORDER BY p.effective_from DESC LIMIT 1) AS price
    FROM ai_models m WHERE m.id = ${modelId}::uuid AND m.deleted_at IS NULL`
}

interface PriceRow {
  effectiveFrom: Date
  inputMicroYuanPerMillion: bigint
  outputMicroYuanPerMillion: bigint
  cachedInputMicroYuanPerMillion: bigint | null
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
    effectiveFrom: row.effectiveFrom.toISOString(),
  }
}
