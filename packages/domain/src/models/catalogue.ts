import { formatId } from '@mozhou/contracts/ids'
import { modelLimitsInput, modelParametersInput } from '@mozhou/contracts/models/inputs'
import type { AuthProfile, Capability } from '@mozhou/contracts/models/kinds'
import type { ModelLimits, ModelParameters } from '@mozhou/contracts/models/inputs'
import type { ImageAbilities } from '@mozhou/contracts/models/image-abilities'
import { imageAbilitiesOf } from '@mozhou/contracts/models/image-limits/abilities-of'
import { imageVendorKeys } from '@mozhou/contracts/models/vendor-keys'
import type { ModelOptionDto } from '@mozhou/contracts/models/answers'
import type { VendorKey } from '@mozhou/contracts/models/vendor-keys'
import type { DomainContext } from '../context.ts'
import { dropEpochCache, readEpochCache, writeEpochCache } from '../epoch-cache.ts'
import { storedAuthProfile, storedCapability, storedVendor } from '../stored-columns.ts'

/** A model as routing sees it. No credentials: those are read and opened only by the attempt that needs them. */
export interface CatalogueModel {
  id: string
  vendor: VendorKey
  capability: Capability
  alias: string
  upstreamModel: string
  baseUrl: string
  authProfile: AuthProfile
  parameters: ModelParameters
  limits: ModelLimits
  priority: number
  isMembersOnly: boolean
  isEnabled: boolean
  isDefault: boolean
  isSandbox: boolean
  shutdownAt: string | null
  replacementId: string | null
  /** What it can do with pictures; null for texts. */
  abilities: ImageAbilities | null
}

const keys = { value: 'models:{catalogue}:v2', epoch: 'models:{catalogue}:epoch' }
/** Changes invalidate at once; the limit only bounds how long a lost invalidation can matter. */
const cacheSeconds = 30

/** Every enabled model, by priority. From Redis when it can, from the database when it must. */
export async function loadCatalogue(ctx: DomainContext): Promise<CatalogueModel[]> {
  const { text, epoch } = await readEpochCache(ctx, keys)
  if (text !== null) return JSON.parse(text) as CatalogueModel[]
  const models = await readCatalogue(ctx)
  if (epoch !== null) await writeEpochCache(ctx, keys, { text: JSON.stringify(models), epoch, seconds: cacheSeconds })
  return models
}

/** Call after the commit of every change of a model. */
export async function invalidateCatalogue(ctx: DomainContext): Promise<void> {
  await dropEpochCache(ctx, keys, 4 * cacheSeconds)
}

async function readCatalogue(ctx: DomainContext): Promise<CatalogueModel[]> {
  const rows = await ctx.prisma.aiModel.findMany({
    where: { isEnabled: true },
    orderBy: [{ priority: 'asc' }, { id: 'asc' }],
    select: catalogueSelect,
  })
  return rows.map(toCatalogueModel)
}

export const catalogueSelect = {
  id: true,
  vendor: true,
  capability: true,
  alias: true,
  upstreamModel: true,
  baseUrl: true,
  authProfile: true,
  parameters: true,
  limits: true,
  priority: true,
  isMembersOnly: true,
  isEnabled: true,
  isDefault: true,
  isSandbox: true,
  shutdownAt: true,
  replacementId: true,
} as const

export interface CatalogueRow extends Omit<
  CatalogueModel,
  'vendor' | 'capability' | 'authProfile' | 'parameters' | 'limits' | 'shutdownAt' | 'abilities'
> {
  vendor: string
  capability: string
  authProfile: string
  parameters: unknown
  limits: unknown
  shutdownAt: Date | null
}

/** What the vendor's adapter says of the live id; null for texts. */
export function abilitiesOf(
  model: Pick<CatalogueModel, 'capability' | 'vendor' | 'upstreamModel'>,
): ImageAbilities | null {
  const vendor = imageVendorKeys.find((key) => key === model.vendor)
  return model.capability === 'image' && vendor ? imageAbilitiesOf(vendor, model.upstreamModel) : null
}

export function toCatalogueModel(row: CatalogueRow): CatalogueModel {
  const vendor = storedVendor(row.vendor)
  const capability = storedCapability(row.capability)
  return {
    ...row,
    vendor,
    capability,
    abilities: abilitiesOf({ vendor, capability, upstreamModel: row.upstreamModel }),
    authProfile: storedAuthProfile(row.authProfile),
    parameters: modelParametersInput.parse(row.parameters),
    limits: modelLimitsInput.parse(row.limits),
    shutdownAt: row.shutdownAt?.toISOString() ?? null,
  }
}

export function toModelOption(model: CatalogueModel): ModelOptionDto {
  return {
    id: formatId('model', model.id),
    alias: model.alias,
    vendor: model.vendor,
    isDefault: model.isDefault,
    isMembersOnly: model.isMembersOnly,
    isSandbox: model.isSandbox,
    capability: model.capability,
    abilities: model.abilities,
    contextTokens: model.limits.contextTokens,
    shutdownAt: model.shutdownAt,
  }
}
