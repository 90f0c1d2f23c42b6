/** Parts of trades and refunds, which answers and notices share. */

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What was asked for, not what the payer gave for it: with coupons that is less. */
export function readAmount(value: unknown): { totalFen: number; refundFen: number | null; currency: string } | null {
  if (!isRecord(value) || !Number.isSafeInteger(value.total)) return null
  return {
    totalFen: Number(value.total),
    refundFen: Number.isSafeInteger(value.refund) ? Number(value.refund) : null,
    currency: typeof value.currency === 'string' ? value.currency : 'CNY',
  }
}

export function readInstant(value: unknown): Date | null {
  const isInstant =
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value)
  return isInstant ? new Date(value) : null
}

export function readPayer(value: unknown): string | null {
  return isRecord(value) && typeof value.openid === 'string' ? value.openid : null
}

export function flattenTrade(answer: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}
