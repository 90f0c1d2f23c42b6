import { platformKeys } from '@mozhou/platforms/platforms'
import type { PlatformKey } from '@mozhou/platforms/platforms'
import type { AppTokenStore } from './account-port.ts'
import type { PublishingConnector, PublishingTarget } from './port.ts'
import { createConnector } from './registry.ts'

/** Our own applications at platforms that have such; null: not registered. */
export interface PublishingSettings {
  apps: Readonly<Record<'douyin' | 'kuaishou', { id: string; secret: string } | null>>
  /** Plays the platforms whose application was not registered, and those that need none. */
  sandboxUrl: string | null
}

export interface Publishing {
  connectors: Partial<Record<PlatformKey, PublishingConnector>>
  playedPlatforms: ReadonlySet<PlatformKey>
}

/** What the sandbox has, by its own word. */
const played: Readonly<Partial<Record<PlatformKey, { path: string; app: { id: string; secret: string } | null }>>> = {
  wechat_official: { path: 'wechat-mp', app: null },
  douyin: { path: 'douyin', app: { id: 'awsandbox0000000', secret: 'douyin-sandbox-secret' } },
  kuaishou: { path: 'kuaishou', app: { id: 'ks0000000000sandbox', secret: 'ks-sandbox-secret' } },
  baijiahao: { path: 'baijiahao/builderinner/open/resource', app: null },
}

/** A connector for each platform: to the sandbox where there is one and no application of ours, else to the platform itself. */
export function createPublishing(
  { apps, sandboxUrl }: PublishingSettings,
  clock: { now(): Date },
  /** Where an application's own tokens are kept, for processes that share one; left out: in each connector. */
  tokensOf?: (platform: PlatformKey) => AppTokenStore,
): Publishing {
  const playedPlatforms = new Set<PlatformKey>()
  const connectors: Publishing['connectors'] = {}
  for (const platform of platformKeys) {
    const app = platform === 'douyin' || platform === 'kuaishou' ? apps[platform] : null
    const isPlayed = sandboxUrl !== null && app === null
    if (isPlayed) playedPlatforms.add(platform)
    const target = isPlayed ? sandboxTarget(platform, sandboxUrl, clock) : { ...live, platform, app, clock }
    connectors[platform] = createConnector({ ...target, ...(tokensOf && { appTokens: tokensOf(platform) }) })
  }
  return { connectors, playedPlatforms }
}

const live = { baseUrl: null, network: 'public', pagesBaseUrl: null } as const

function sandboxTarget(platform: PlatformKey, sandboxUrl: string, clock: { now(): Date }): PublishingTarget {
  const known = played[platform]
  const root = `${sandboxUrl.replace(/\/+$/u, '')}/publishing`
  return {
    platform,
    baseUrl: known ? `${root}/${known.path}` : null,
    app: known?.app ?? null,
    network: 'private',
    pagesBaseUrl: `${root}/pages`,
    clock,
  }
}
