const longestWaitMs = 60_000

/**
 * Milliseconds the vendor asks to wait, at most one minute; undefined when it does not say or says nonsense.
 * `retry-after-ms` (OpenAI, Anthropic) wins over `retry-after` in seconds or as a date (RFC 9110, 10.2.3).
 */
export function readRetryAfterMs(headers: Headers | undefined, nowMs: number): number | undefined {
  const waits = [
    parseNumber(headers?.get('retry-after-ms'), 1),
    parseNumber(headers?.get('retry-after'), 1000),
    parseDate(headers?.get('retry-after'), nowMs),
  ]
  const waitMs = waits.find((wait) => wait !== undefined)
  return waitMs === undefined ? undefined : Math.min(Math.ceil(waitMs), longestWaitMs)
}

function parseNumber(text: string | null | undefined, unitMs: number): number | undefined {
  if (!text?.trim()) return undefined
  const value = Number(text) * unitMs
  return Number.isFinite(value) && value >= 0 ? value : undefined
}

function parseDate(text: string | null | undefined, nowMs: number): number | undefined {
  // `Date.parse` reads "-5" as a year; a real HTTP date begins with the name of a day.
  if (!text || !/^[A-Za-z]{3}/.test(text)) return undefined
  const waitMs = Date.parse(text) - nowMs
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs)
}
