import type { PlatformHealthDto } from '@mozhou/contracts/publications/operator-answers'
import { platformKeys } from '@mozhou/contracts/publications/kinds'
import type { PublicationsContext } from './publications-context.ts'

const dayMs = 86_400_000
const soonMs = 3 * dayMs

interface Counted {
  platform: string
  accounts: number
  unusableAccounts: number
  lapsing: number
}

interface Tried {
  platform: string
  attempts: number
  refused: number
  unknown: number
  quotaUsedUp: number
}

/** How each platform does by what happened in the last 24 hours, and what will need somebody. */
export async function platformHealth(ctx: PublicationsContext): Promise<PlatformHealthDto> {
  const now = ctx.clock.now()
  const since = new Date(now.getTime() - dayMs)
  const [accounts, tried, ended] = await Promise.all([
    ctx.prisma.$queryRaw<Counted[]>`
      SELECT platform, count(*)::int AS accounts,
        (count(*) FILTER (WHERE state IN ('expired', 'address_refused', 'restricted')))::int AS "unusableAccounts",
        (count(*) FILTER (WHERE state = 'connected' AND reconnect_by < ${new Date(now.getTime() + soonMs)}))::int AS lapsing
      FROM platform_accounts WHERE state <> 'disconnected' GROUP BY platform`,
    ctx.prisma.$queryRaw<Tried[]>`
      SELECT p.platform, count(*)::int AS attempts,
        (count(*) FILTER (WHERE a.status = 'refused' AND a.reason <> 'not_posted'))::int AS refused,
        (count(*) FILTER (WHERE a.status = 'unknown'))::int AS unknown,
        (count(*) FILTER (WHERE a.reason = 'quota_used_up'))::int AS "quotaUsedUp"
      FROM publication_attempts a JOIN publications p ON p.id = a.publication_id
      WHERE a.started_at > ${since} GROUP BY p.platform`,
    ctx.prisma.$queryRaw<{ platform: string; published: number; removed: number }[]>`
      SELECT p.platform, (count(*) FILTER (WHERE h.to_status = 'published'))::int AS published,
        (count(*) FILTER (WHERE h.to_status = 'removed'))::int AS removed
      FROM publication_history h JOIN publications p ON p.id = h.publication_id
      WHERE h.at > ${since} GROUP BY p.platform`,
  ])
  const noAccounts = { accounts: 0, unusableAccounts: 0, lapsing: 0 }
  const noAttempts = { attempts: 0, refused: 0, unknown: 0, quotaUsedUp: 0 }
  return {
    asOf: now.toISOString(),
    platforms: platformKeys.map((platform) => {
      const isIt = (row: { platform: string }) => row.platform === platform
      const { attempts, refused, unknown, quotaUsedUp } = tried.find(isIt) ?? noAttempts
      const counts = accounts.find(isIt) ?? noAccounts
      const { published, removed } = ended.find(isIt) ?? { published: 0, removed: 0 }
      return {
        platform,
        accounts: counts.accounts,
        unusableAccounts: counts.unusableAccounts,
        lapsing: counts.lapsing,
        attempts,
        refused,
        unknown,
        errorPercent: attempts === 0 ? null : Math.round((100 * (refused + unknown)) / attempts),
        quotaUsedUp,
        published,
        removed,
        isSandbox: ctx.playedPlatforms.has(platform),
      }
    }),
  }
}
