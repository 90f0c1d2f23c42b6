import type { UsagePurpose } from '@mozhou/contracts/models/kinds'
import type { VendorKey } from '@mozhou/contracts/models/vendor-keys'
import { Prisma } from '@mozhou/db/client'
import { dayStart } from '../shanghai-day.ts'

export interface UsageFilter {
  /** Days in Shanghai, both included. */
  from: string
  to: string
  modelId?: string | undefined
  vendor?: VendorKey | undefined
  tool?: string | undefined
  userId?: string | undefined
  purpose?: UsagePurpose | undefined
}

/** The rows a figure counts, as SQL; every statistic and every list of rows uses the same, so that they agree. */
export function usageConditions(filter: UsageFilter): Prisma.Sql {
  const { from, to, modelId, vendor, tool, userId, purpose } = filter
  const conditions = [
    Prisma.sql`created_at >= ${dayStart(from)}`,
    Prisma.sql`created_at < ${dayStart(to, 1)}`,
    Prisma.sql`outcome <> 'running'`,
  ]
  if (modelId !== undefined) conditions.push(Prisma.sql`model_id = ${modelId}::uuid`)
  if (vendor !== undefined) conditions.push(Prisma.sql`vendor = ${vendor}`)
  if (tool !== undefined)
    conditions.push(tool === 'none' ? Prisma.sql`tool_key IS NULL` : Prisma.sql`tool_key = ${tool}`)
  if (userId !== undefined)
    conditions.push(userId === 'none' ? Prisma.sql`user_id IS NULL` : Prisma.sql`user_id = ${userId}::uuid`)
  if (purpose !== undefined) conditions.push(Prisma.sql`purpose = ${purpose}`)
  return Prisma.join(conditions, ' AND ')
}
