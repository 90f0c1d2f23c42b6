const dayMs = 86_400_000
const offsetMs = 8 * 3_600_000

/** First instant of a `YYYY-MM-DD` day in Shanghai. China has had no summer time since 1991. */
export function dayStart(day: string, plusDays = 0): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - offsetMs + plusDays * dayMs)
}

/** The day in Shanghai at this instant. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + offsetMs).toISOString().slice(0, 10)
}

/** `2026-11-24 09:00:00`, as Beijing has it and spreadsheets take it for a time. */
export function beijingTime(instant: Date): string {
  return new Date(instant.getTime() + offsetMs).toISOString().slice(0, 19).replace('T', ' ')
}
