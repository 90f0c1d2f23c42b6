import type { PlatformDto, PlatformsDto } from '@mozhou/contracts/publications/answers'
import { platformKeys } from '@mozhou/contracts/publications/kinds'
import type { PlatformKey } from '@mozhou/contracts/publications/kinds'
import type { PublishingConnector } from '@mozhou/integrations/publishing/port'
import { platforms } from '@mozhou/platforms/platforms'
import { storedPlatform } from '../stored-columns.ts'
import { accountSelect, toAccountDto } from './account-dto.ts'
import type { PublicationsContext } from './publications-context.ts'

/** Every platform, how an account of it is connected here, and the person's own with what each can really do. */
export async function listPlatforms(ctx: PublicationsContext, { userId }: { userId: string }): Promise<PlatformsDto> {
  const rows = await ctx.prisma.platformAccount.findMany({
    where: { userId, state: { not: 'disconnected' } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: accountSelect,
  })
  return {
    platforms: platformKeys.map((key) => ({
      ...known(ctx, key),
      accounts: rows.filter(({ platform }) => storedPlatform(platform) === key).map(toAccountDto),
    })),
  }
}

function known(ctx: PublicationsContext, key: PlatformKey): Omit<PlatformDto, 'accounts'> {
  const { name, contentTypes, hosts } = platforms[key]
  const connector = ctx.connectors[key]
  return {
    key,
    name,
    contentTypes: [...contentTypes],
    ways: connector ? waysOf(connector) : [],
    hosts: [...hosts],
    paceSeconds: Math.ceil((connector?.facts.paceMs ?? 0) / 1_000),
    isSandbox: ctx.playedPlatforms.has(key),
  }
}

function waysOf({ connections: { oauth, appKeys, assisted } }: PublishingConnector): PlatformDto['ways'] {
  return [
    ...(oauth ? [{ way: 'oauth' as const }] : []),
    ...(appKeys
      ? [{ way: 'keys' as const, fields: appKeys.fields.map((field) => ({ ...field })), steps: [...appKeys.steps] }]
      : []),
    ...(assisted ? [{ way: 'assisted' as const }] : []),
  ]
}
