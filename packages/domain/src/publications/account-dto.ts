import { formatId } from '@mozhou/contracts/ids'
import type { PlatformAccountDto } from '@mozhou/contracts/publications/answers'
import type { Prisma } from '@mozhou/db/client'
import { storedAccountState, storedConnectWay, storedPlatform } from '../stored-columns.ts'
import { setupOf } from './platform-setup.ts'
import type { SetupContext } from './platform-setup.ts'
import { storedCapabilities, storedDetail } from './stored-package.ts'

export const accountSelect = {
  id: true,
  platform: true,
  name: true,
  avatarUrl: true,
  url: true,
  capabilities: true,
  way: true,
  state: true,
  stateDetail: true,
  reconnectBy: true,
  isSandbox: true,
  paceMinutes: true,
  windowFrom: true,
  windowTo: true,
  lastPublishedAt: true,
  checkedAt: true,
  createdAt: true,
} as const satisfies Prisma.PlatformAccountSelect

export type AccountRow = Prisma.PlatformAccountGetPayload<{ select: typeof accountSelect }>

export function toAccountDto(ctx: SetupContext, row: AccountRow): PlatformAccountDto {
  const platform = storedPlatform(row.platform)
  const way = storedConnectWay(row.way)
  return {
    id: formatId('platformAccount', row.id),
    platform,
    name: row.name,
    avatarUrl: row.avatarUrl,
    url: row.url,
    capabilities: storedCapabilities(row.capabilities).map(({ contentType, route, reason }) => ({
      contentType,
      route,
      reason,
    })),
    way,
    state: storedAccountState(row.state),
    stateDetail: storedDetail(row.stateDetail),
    reconnectBy: row.reconnectBy?.toISOString() ?? null,
    isSandbox: row.isSandbox,
    paceMinutes: row.paceMinutes,
    window: row.windowFrom === null || row.windowTo === null ? null : { from: row.windowFrom, to: row.windowTo },
    setup: way === 'keys' ? setupOf(ctx, platform, row.id) : null,
    lastPublishedAt: row.lastPublishedAt?.toISOString() ?? null,
    checkedAt: row.checkedAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  }
}
