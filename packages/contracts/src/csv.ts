/** A file begins with it: without, Excel takes it for the system's own code page, and Chinese for noise. */
export const byteOrderMark = '\uFEFF'

/** What a spreadsheet would run as a formula, in plain and in full width; a tab or a return before it is skipped over. */
const formulaStart = /^[\t\r\n ]*[=+\-@＝＋－＠]|^[\t\r]/u

export type CsvCell = string | number | null

/**
 * Comma-separated values (RFC 4180) for spreadsheets. Texts that would be read as formulas get an apostrophe in front
 * (https://owasp.org/www-community/attacks/CSV_Injection, read 2026-11); numbers stay numbers.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return byteOrderMark + csvLines(rows)
}

/** The rows alone, for a file that is written part by part. */
export function csvLines(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')
}

function toCell(value: CsvCell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = formulaStart.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
