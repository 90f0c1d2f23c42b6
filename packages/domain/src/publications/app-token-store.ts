import { setTimeout } from 'node:timers/promises'
import type { PlatformKey } from '@mozhou/contracts/publications/kinds'
import type { AppTokens, AppTokenStore } from '@mozhou/integrations/publishing/account-port'
import type { DomainContext } from '../context.ts'
import { storedJson } from '../stored.ts'

type StoreContext = Pick<DomainContext, 'prisma' | 'secrets' | 'clock'>

/** Whoever draws new ones has so long; a process that died with it keeps nobody longer. */
const leaseMs = 30_000
const lookEveryMs = 150
const boundTo = (platform: PlatformKey) => `platform_app_tokens:${platform}`

const storedTokens = storedJson('platform_app_tokens.tokens', (value): value is AppTokens => {
  return typeof value === 'object' && value !== null && 'values' in value && 'usableUntil' in value
})

/** An application's tokens at one platform, sealed and shared by every process: one of them draws new ones, the others take those. */
export function createAppTokenStore(ctx: StoreContext, platform: PlatformKey): AppTokenStore {
  return {
    async find(stale, draw) {
      const findNewer = async () => {
        const held = await read(ctx, platform)
        const isUsable = held !== null && Date.parse(held.usableUntil) > ctx.clock.now().getTime()
        return isUsable && JSON.stringify(held) !== JSON.stringify(stale) ? held : null
      }
      for (;;) {
        const held = await findNewer()
        if (held) return held
        if (await takeLease(ctx, platform)) return drawUnlessDrawn(ctx, platform, { findNewer, draw })
        await setTimeout(lookEveryMs)
      }
    },
  }
}

interface Drawing {
  findNewer: () => Promise<AppTokens | null>
  draw: () => Promise<AppTokens>
}

/** Somebody may have drawn between the look and the lease; drawing again would end theirs. */
async function drawUnlessDrawn(
  ctx: StoreContext,
  platform: PlatformKey,
  { findNewer, draw }: Drawing,
): Promise<AppTokens> {
  try {
    const held = await findNewer()
    if (held === null) return await drawNew(ctx, platform, draw)
    await endLease(ctx, platform)
    return held
  } catch (cause) {
    await endLease(ctx, platform)
    throw cause
  }
}

const endLease = ({ prisma }: StoreContext, platform: PlatformKey) =>
  prisma.platformAppTokens.updateMany({ where: { platform }, data: { renewingUntil: null } })

async function read({ prisma, secrets }: StoreContext, platform: PlatformKey): Promise<AppTokens | null> {
  const row = await prisma.platformAppTokens.findUnique({ where: { platform } })
  // One that only somebody who draws the first has made.
  if (row === null || row.tokens.byteLength === 0) return null
  return storedTokens(JSON.parse(secrets.open(row.tokens, row.tokensKeyId, boundTo(platform))))
}

async function takeLease({ prisma, clock }: StoreContext, platform: PlatformKey): Promise<boolean> {
  const now = clock.now()
  const renewingUntil = new Date(now.getTime() + leaseMs)
  const first = { platform, tokens: new Uint8Array(), tokensKeyId: '', usableUntil: now }
  await prisma.platformAppTokens.createMany({ data: [first], skipDuplicates: true })
  const { count } = await prisma.platformAppTokens.updateMany({
    where: { platform, OR: [{ renewingUntil: null }, { renewingUntil: { lte: now } }] },
    data: { renewingUntil },
  })
  return count === 1
}

async function drawNew(ctx: StoreContext, platform: PlatformKey, draw: () => Promise<AppTokens>): Promise<AppTokens> {
  const drawn = await draw()
  const { data, keyId } = ctx.secrets.seal(JSON.stringify(drawn), boundTo(platform))
  await ctx.prisma.platformAppTokens.update({
    where: { platform },
    data: { tokens: data, tokensKeyId: keyId, usableUntil: new Date(drawn.usableUntil), renewingUntil: null },
    select: { platform: true },
  })
  return drawn
}
