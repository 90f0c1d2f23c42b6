import type { VendorCredentials } from '@mozhou/contracts/models/inputs'
import type { VendorKey } from '@mozhou/contracts/models/vendor-keys'
import type { ModelDefaults, VendorDefaults } from '@mozhou/integrations/ai/catalogue-defaults'
import type { DomainContext } from '../context.ts'
import { invalidateCatalogue } from '../models/catalogue.ts'
import { sealCredentials } from '../models/seal-credentials.ts'

type Values = Readonly<Record<string, string | undefined>>

export interface SeedModels {
  vendors: Record<VendorKey, VendorDefaults>
  models: readonly ModelDefaults[]
  /** The environment, where real keys may be found. */
  values: Values
}

/**
 * Adds the models of the brief that are missing. A vendor key found in the environment is sealed into the catalogue, and its models
 * then call the vendor; the others point at the sandbox. What an operator has set by hand stays.
 */
export async function seedModels(ctx: DomainContext, { vendors, models, values }: SeedModels): Promise<void> {
  const defaults = await ctx.prisma.aiModel.findMany({ where: { isDefault: true }, select: { capability: true } })
  for (const model of models) {
    const { capability = 'text' } = model
    const place = placeOf(
      ctx,
      { ...vendors[model.vendor], ...(model.addresses && { baseUrls: model.addresses }) },
      values,
    )
    if (!place) continue
    const existing = await ctx.prisma.aiModel.findFirst({
      where: { capability, alias: model.alias },
      orderBy: { deletedAt: { sort: 'desc', nulls: 'first' } },
      select: { id: true, credentialsSource: true, deletedAt: true },
    })
    if (existing?.credentialsSource === 'admin' || existing?.deletedAt) continue
    if (existing) await move(ctx, existing.id, place)
    else await add(ctx, model, place, model.isDefault && !defaults.some((one) => one.capability === capability))
  }
  await invalidateCatalogue(ctx)
}

interface Place {
  baseUrl: string
  isSandbox: boolean
  credentials: VendorCredentials
  authProfile: ReturnType<VendorDefaults['authProfile']>
  source: 'seed' | 'env'
}

/** The vendor where its key is at hand, else the sandbox; null where there is neither. */
function placeOf(ctx: DomainContext, vendor: VendorDefaults, values: Values): Place | null {
  const apiKey = vendor.envKeys.apiKey ? values[vendor.envKeys.apiKey]?.trim() : undefined
  const secretKey = vendor.envKeys.secretKey ? values[vendor.envKeys.secretKey]?.trim() : undefined
  const { live } = vendor.baseUrls
  if (apiKey && live !== null) {
    const credentials = { apiKey, ...(secretKey ? { secretKey } : {}) }
    const authProfile = vendor.authProfile(credentials)
    return { baseUrl: live, isSandbox: false, credentials, authProfile, source: 'env' }
  }
  const { sandboxUrl } = ctx.settings
  if (sandboxUrl === null) return null
  const credentials = vendor.sandboxCredentials
  const baseUrl = sandboxUrl.replace(/\/$/, '') + vendor.baseUrls.sandboxPath
  return { baseUrl, isSandbox: true, credentials, authProfile: vendor.authProfile(credentials), source: 'seed' }
}

function columns(ctx: DomainContext, id: string, { baseUrl, isSandbox, authProfile, credentials, source }: Place) {
  return {
    baseUrl,
    isSandbox,
    authProfile,
    ...sealCredentials(ctx, id, credentials, source),
    updatedAt: ctx.clock.now(),
  }
}

async function move(ctx: DomainContext, id: string, place: Place): Promise<void> {
  await ctx.prisma.aiModel.update({ where: { id }, data: columns(ctx, id, place), select: { id: true } })
}

async function add(ctx: DomainContext, model: ModelDefaults, place: Place, isDefault: boolean): Promise<void> {
  const id = ctx.newId()
  const {
    alias,
    vendor,
    capability = 'text',
    upstreamModel,
    parameters,
    limits,
    priority,
    isMembersOnly,
    price,
  } = model
  await ctx.prisma.aiModel.create({
    data: {
      id,
      vendor,
      capability,
      alias,
      upstreamModel,
      parameters,
      limits,
      priority,
      isMembersOnly,
      isDefault,
      isEnabled: true,
      ...columns(ctx, id, place),
      createdAt: ctx.clock.now(),
      prices: { create: price },
    },
    select: { id: true },
  })
}
