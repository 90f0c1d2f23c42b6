import { formatId } from '@mozhou/contracts/ids'
import type { PlatformAccountDto } from '@mozhou/contracts/publications/answers'
import type { Prisma } from '@mozhou/db/client'
import { storedAccountState, storedConnectWay, storedPlatform } from '../stored-columns.ts'
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

export function toAccountDto(row: AccountRow): PlatformAccountDto {
  return {
    id: formatId('platformAccount', row.id),
    platform: storedPlatform(row.platform),
    name: row.name,
    avatarUrl: row.avatarUrl,
    url: row.url,
    capabilities: storedCapabilities(row.capabilities).map(({ contentType, route, reason }) => ({
      contentType,
      route,
      reason,
    })),
    way: storedConnectWay(row.way),
    state: storedAccountState(row.state),
    stateDetail: storedDetail(row.stateDetail),
    reconnectBy: row.reconnectBy?.toISOString() ?? null,
    isSandbox: row.isSandbox,
    paceMinutes: row.paceMinutes,
    window: row.windowFrom === null || row.windowTo === null ? null : { from: row.windowFrom, to: row.windowTo },
    lastPublishedAt: row.lastPublishedAt?.toISOString() ?? null,
    checkedAt: row.checkedAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  }
}
