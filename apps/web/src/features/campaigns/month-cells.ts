const dayMs = 86_400_000

/** The days of a month for a table of weeks that begin on Monday: as many nulls first as the week has days before it. */
export function monthCells(from: string, to: string): (string | null)[] {
  const first = Date.parse(`${from}T00:00:00Z`)
  const count = Math.round((Date.parse(`${to}T00:00:00Z`) - first) / dayMs) + 1
  const before = (new Date(first).getUTCDay() + 6) % 7
  return [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length: count }, (_, index) => new Date(first + index * dayMs).toISOString().slice(0, 10)),
  ]
}

/** The first day of a month so many later than `YYYY-MM`, or earlier. */
export function otherMonth(month: string, later: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + later, 1)).toISOString().slice(0, 10)
}
