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
  return latest === null || latest.endsAt <= now ? periodAfter(chainFrom(now), months) : periodAfter(latest, months)
}

/** A chain that begins here, and keeps this day. */
export function chainFrom(startsAt: Date): ChainEnd {
  return { endsAt: startsAt, anchorAt: null, months: null }
}

function periodAfter(end: ChainEnd, months: number): NextPeriod {
  const anchorAt = end.anchorAt ?? end.endsAt
  const sum = (end.months ?? 0) + months
  return { startsAt: end.endsAt, endsAt: addMonths(anchorAt, sum), anchorAt, months: sum }
}

/** How long a period is: in months of the calendar, or in milliseconds where it was given, or cut, by days. */
export type PeriodLength = { months: number } | { ms: number }

export interface PlacedPeriod extends ChainEnd {
  startsAt: Date
}

/** Periods of these lengths, one after the other without a gap. */
export function placeAfter(end: ChainEnd, lengths: readonly PeriodLength[]): PlacedPeriod[] {
  const placed: PlacedPeriod[] = []
  let latest = end
  for (const length of lengths) {
    const next: PlacedPeriod =
      'months' in length
        ? periodAfter(latest, length.months)
        : {
            startsAt: latest.endsAt,
            endsAt: new Date(latest.endsAt.getTime() + length.ms),
            anchorAt: null,
            months: null,
          }
    placed.push(next)
    latest = next
  }
  return placed
}

/** What was bought by months and not cut since keeps to the calendar when it moves. */
export function lengthOf(period: PlacedPeriod, boughtMonths: number | null): PeriodLength {
  const { startsAt, endsAt, anchorAt, months } = period
  const isWhole = anchorAt !== null && months !== null && addMonths(anchorAt, months).getTime() === endsAt.getTime()
  return boughtMonths !== null && isWhole ? { months: boughtMonths } : { ms: endsAt.getTime() - startsAt.getTime() }
}
