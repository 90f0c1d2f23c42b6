import type { PlatformDto, PlatformsDto } from '@mozhou/contracts/publications/answers'
import { platformKeys } from '@mozhou/contracts/publications/kinds'
import type { PlatformKey } from '@mozhou/contracts/publications/kinds'
import type { PublishingConnector } from '@mozhou/integrations/publishing/port'
import { platforms } from '@mozhou/platforms/platforms'
import { storedAccountState, storedPlatform } from '../stored-columns.ts'
import { accountSelect, toAccountDto } from './account-dto.ts'
import { nextAccountId, setupOf } from './platform-setup.ts'
import type { PublicationsContext } from './publications-context.ts'

/** Every platform, how an account of it is connected here, and the person's own with what each can really do. */
export async function listPlatforms(ctx: PublicationsContext, { userId }: { userId: string }): Promise<PlatformsDto> {
  const rows = await ctx.prisma.platformAccount.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: accountSelect,
  })
  return {
    platforms: platformKeys.map((key) => {
      const ever = rows.filter(({ platform }) => storedPlatform(platform) === key)
      const next = nextAccountId(ctx, { userId, platform: key, before: ever.length })
      const accounts = ever.filter(({ state }) => storedAccountState(state) !== 'disconnected')
      return { ...known(ctx, key, next), accounts: accounts.map((row) => toAccountDto(ctx, row)) }
    }),
  }
}

function known(ctx: PublicationsContext, key: PlatformKey, nextId: string): Omit<PlatformDto, 'accounts'> {
  const { name, contentTypes, hosts } = platforms[key]
  const connector = ctx.connectors[key]
  return {
    key,
    name,
    contentTypes: [...contentTypes],
    ways: connector ? waysOf(connector, setupOf(ctx, key, nextId)) : [],
    hosts: [...hosts],
    paceSeconds: Math.ceil((connector?.facts.paceMs ?? 0) / 1_000),
    isSandbox: ctx.playedPlatforms.has(key),
  }
}

type KeysWay = Extract<PlatformDto['ways'][number], { way: 'keys' }>

function waysOf(
  { connections: { oauth, appKeys, assisted } }: PublishingConnector,
  setup: KeysWay['setup'],
): PlatformDto['ways'] {
  return [
    ...(oauth ? [{ way: 'oauth' as const }] : []),
    ...(appKeys
      ? [
          {
            way: 'keys' as const,
            fields: appKeys.fields.map((field) => ({ ...field })),
            steps: [...appKeys.steps],
            setup,
          },
        ]
      : []),
    ...(assisted ? [{ way: 'assisted' as const }] : []),
  ]
}
