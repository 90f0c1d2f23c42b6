const shanghaiMs = 8 * 3_600_000

/**
 * The same day and time of Shanghai's calendar so many months later, or the last day of a month that has no such day: 31 January, 28
 * February, 31 March. Count from the begin of a chain, or the day is lost in the first short month.
 */
export function addMonths(anchor: Date, months: number): Date {
  const local = new Date(anchor.getTime() + shanghaiMs)
  const [year, month] = [local.getUTCFullYear(), local.getUTCMonth() + months]
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const shifted = new Date(local)
  shifted.setUTCFullYear(year, month, Math.min(local.getUTCDate(), lastDay))
  return new Date(shifted.getTime() - shanghaiMs)
}

export interface ChainEnd {
  endsAt: Date
  /** Null for a period that was given by days. */
  anchorAt: Date | null
  months: number | null
}

export interface NextPeriod {
  startsAt: Date
  endsAt: Date
  anchorAt: Date
  months: number
}

/** The period that buying so many months opens: from the end of what there is, if that lies ahead, else from now. */
export function nextPeriod(latest: ChainEnd | null, months: number, now: Date): NextPeriod {
  if (latest === null || latest.endsAt <= now)
    return { startsAt: now, endsAt: addMonths(now, months), anchorAt: now, months }
  const anchorAt = latest.anchorAt ?? latest.endsAt
  const sum = (latest.months ?? 0) + months
  return { startsAt: latest.endsAt, endsAt: addMonths(anchorAt, sum), anchorAt, months: sum }
}
