import type { Locale } from '@mozhou/contracts/accounts/locales'

/** Times are stored in UTC and shown as Shanghai's, whatever the device's own zone. */
const timeZone = 'Asia/Shanghai'
const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** A count that runs is written many times a second, and to make a format costs more than to use it. */
const numberFormats = new Map<Locale, Intl.NumberFormat>()

export function formatNumber(locale: Locale, value: number): string {
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locale)
  numberFormats.set(locale, format)
  return format.format(value)
}

/** `+50`, `−10`: with a real minus sign. */
export function formatSigned(locale: Locale, value: number): string {
  return new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }).format(value).replace('-', '−')
}

export function formatFen(locale: Locale, fen: number): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' }).format(
    fen / 100,
  )
}

/** What came and what went: with its sign either way, a real minus. */
export function formatSignedFen(locale: Locale, fen: number): string {
  const style = {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
    signDisplay: 'exceptZero',
  } as const
  return new Intl.NumberFormat(locale, style).format(fen / 100).replace('-', '−')
}

/** Model cost: micro-yuan, shown with as many digits as it takes to be more than zero. */
export function formatMicroYuan(locale: Locale, microYuan: number): string {
  const digits = microYuan > 0 && microYuan < 10_000 ? 6 : 4
  return `¥${new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: digits }).format(microYuan / 1_000_000)}`
}

/** Relative within a day, else `11月24日 09:00`, with the year when it is another one. */
export function formatTime(locale: Locale, iso: string, now: number = Date.now()): string {
  const instant = Date.parse(iso)
  const age = now - instant
  if (age >= -minuteMs && age < 24 * hourMs) return formatAge(locale, Math.max(0, age))
  const isThisYear = yearOf(instant) === yearOf(now)
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    ...(isThisYear ? {} : { year: 'numeric' as const }),
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant)
}

/** To the second, for tooltips, receipts and logs. */
export function formatExactTime(locale: Locale, iso: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
  }).format(Date.parse(iso))
}

export function formatDate(locale: Locale, iso: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' }).format(Date.parse(iso))
}

/** The last day before an end that is not part of it: of midnight after the 18th, the 18th. */
export function formatLastDay(locale: Locale, end: string): string {
  return formatDate(locale, new Date(Date.parse(end) - 1).toISOString())
}

/** `0:07`, `12:40`. */
export function formatElapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Latency: `840 ms`, `3.2 s`. */
export function formatLatency(locale: Locale, ms: number): string {
  if (ms < 1_000) return `${formatNumber(locale, Math.round(ms))} ms`
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(ms / 1_000)} s`
}

/** How long something takes, roughly: `40 分钟`, `1.5 小时`, `2 天`. A minute is the least that is said. */
export function formatSpan(locale: Locale, seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60))
  const [value, unit] =
    minutes < 60 ? [minutes, 'minute'] : minutes < 48 * 60 ? [minutes / 60, 'hour'] : [minutes / 1_440, 'day']
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: unit === 'hour' && value < 10 ? 1 : 0,
  }).format(value)
}

/** Midnight in Shanghai of a `YYYY-MM-DD` day, plus whole days, as an ISO instant. China has had no summer time since 1991. */
export function startOfDay(day: string, plusDays = 0): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + plusDays * 24 * hourMs).toISOString()
}

/** Hour of the day in Shanghai, for a greeting. */
export function hourOf(now: number): number {
  return Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now))
}

function formatAge(locale: Locale, age: number): string {
  if (age < minuteMs) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second')
  const format = new Intl.RelativeTimeFormat(locale)
  if (age < hourMs) return format.format(-Math.floor(age / minuteMs), 'minute')
  return format.format(-Math.floor(age / hourMs), 'hour')
}

function yearOf(instant: number): string {
  return new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(instant)
}
