/** `2026年11月24日`, or `2026-11-24` and the like. */
const forms = [/^(\d{4})年(\d{1,2})月(\d{1,2})日$/u, /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/u]

/** Whether the text names a day that the calendar has. */
export function isCalendarDate(text: string): boolean {
  const match = forms.map((form) => form.exec(text.replaceAll(/\s/gu, ''))).find((found) => found !== null)
  const [year = 0, month = 0, day = 0] = (match ?? []).slice(1).map(Number).filter(Number.isInteger)
  const date = new Date(Date.UTC(year, month - 1, day))
  return year > 0 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
