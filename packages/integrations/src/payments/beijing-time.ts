/** China keeps one time all year, whatever the zone of the server that asks. */
const offsetMs = 8 * 3_600_000
const wallClock = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)$/

/** `2026-11-22 15:00:00` in Beijing. */
export function toBeijingTime(at: Date): string {
  return new Date(at.getTime() + offsetMs).toISOString().slice(0, 19).replace('T', ' ')
}

/** RFC 3339 with Beijing's offset, to the second. */
export function toBeijingInstant(at: Date): string {
  return `${toBeijingTime(at).replace(' ', 'T')}+08:00`
}

/** Beijing's wall clock as an instant; null when it is none. */
export function fromBeijingTime(text: string): Date | null {
  const [, day, time] = wallClock.exec(text.trim()) ?? []
  const at = new Date(`${day}T${time}+08:00`)
  return Number.isNaN(at.getTime()) ? null : at
}

/** The instant at which a channel's bill of that day is made, or any other hour of a later day. */
export function beijingHour(day: string, daysLater: number, hour: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + (daysLater * 24 + hour) * 3_600_000)
}
