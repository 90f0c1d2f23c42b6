import { usageDimensions, usagePurposes } from '@mozhou/contracts/models/kinds'
import type { UsageDimension, UsagePurpose } from '@mozhou/contracts/models/kinds'
import { vendorKeys } from '@mozhou/contracts/models/vendor-keys'
import type { VendorKey } from '@mozhou/contracts/models/vendor-keys'
import { dayIn, textIn } from '../../tables/filters.ts'

export interface UsageFilters {
  /** Days in Shanghai, both included. */
  from: string
  to: string
  by: UsageDimension
  vendor?: VendorKey | undefined
  tool?: string | undefined
  purpose?: UsagePurpose | undefined
}

const dayMs = 86_400_000
const shanghaiOffsetMs = 8 * 3_600_000
const maxDays = 366

const dayAt = (ms: number) => new Date(ms + shanghaiOffsetMs).toISOString().slice(0, 10)

/** What stands in the address; a day that is not there is that of the last seven. */
export function parseUsageFilters(raw: Record<string, unknown>): Partial<UsageFilters> {
  const [from, to] = [dayIn(raw['from']), dayIn(raw['to'])]
  const by = usageDimensions.find((value) => value === raw['by'])
  const vendor = vendorKeys.find((value) => value === raw['vendor'])
  const purpose = usagePurposes.find((value) => value === raw['purpose'])
  const tool = textIn(raw['tool'])
  return {
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(by && { by }),
    ...(vendor && { vendor }),
    ...(tool !== null && /^[a-z][a-z0-9-]{0,59}$/u.test(tool) && { tool }),
    ...(purpose && { purpose }),
  }
}

/** The last seven days, today included. */
export function recentUsage(now: number): UsageFilters {
  return { from: dayAt(now - 6 * dayMs), to: dayAt(now), by: 'model' }
}

export function isUsageRange({ from, to }: Pick<UsageFilters, 'from' | 'to'>): boolean {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1
  return days >= 1 && days <= maxDays
}

/** What narrows the report down to one of its groups. */
export function groupFilter(by: UsageDimension, key: string): Record<string, string> {
  switch (by) {
    case 'model':
      return { modelId: key }
    case 'vendor':
      return { vendor: key }
    case 'tool':
      return { tool: key || 'none' }
    case 'user':
      return { userId: key || 'none' }
    case 'day':
      return { from: key, to: key }
  }
}
