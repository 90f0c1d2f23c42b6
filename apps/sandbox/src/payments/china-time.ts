const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** `2026-11-22 15:00:00` as a clock in Shanghai shows it. */
export function chinaTime(at: Date): string {
  const shown = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${shown.year}-${shown.month}-${shown.day} ${shown.hour}:${shown.minute}:${shown.second}`
}

export const chinaDay = (at: Date) => chinaTime(at).slice(0, 10)
export const chinaInstant = (at: Date) => `${chinaTime(at).replace(' ', 'T')}+08:00`

/** null for what is no such time. */
export function readChinaTime(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return null
  const at = new Date(`${text.replace(' ', 'T')}+08:00`)
  return Number.isNaN(at.getTime()) ? null : at
}

/** When the bill of a day is made: at nine the next morning. */
export function billReadyAt(day: string): Date {
  return new Date(Date.parse(`${day}T09:00:00+08:00`) + 86_400_000)
}
