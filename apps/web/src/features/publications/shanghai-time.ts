const offsetMs = 8 * 3_600_000
const dayMs = 86_400_000

/** `YYYY-MM-DDTHH:mm` in Shanghai, as a box for dates and times holds it. China has had no summer time since 1991. */
export function toLocal(iso: string): string {
  return new Date(Date.parse(iso) + offsetMs).toISOString().slice(0, 16)
}

/** The instant of what such a box holds; null while it holds none. */
export function fromLocal(local: string): string | null {
  const at = Date.parse(`${local}:00+08:00`)
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(local) && !Number.isNaN(at) ? new Date(at).toISOString() : null
}

export const dayOf = (iso: string): string => toLocal(iso).slice(0, 10)
export const clockOf = (iso: string): string => toLocal(iso).slice(11, 16)

/** The day so many days after `YYYY-MM-DD`, or before. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** The same time of day on another day. */
export function onDay(iso: string, day: string): string {
  return new Date(Date.parse(`${day}T${clockOf(iso)}:00+08:00`)).toISOString()
}
