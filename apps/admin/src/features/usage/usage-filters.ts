import type { UsagePurpose, UsageDimension } from '@mozhou/contracts/models/kinds'
import type { VendorKey } from '@mozhou/contracts/models/vendor-keys'

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
