import { isObject } from '../results/text-of.ts'
import type { DerivedTable } from './tool.ts'

/** What a table that marks a section's items says of one of them, beyond what the item says itself; null where that is nothing. */
export function markOfItem({ columns }: DerivedTable, rows: unknown, item: string): string | null {
  const [own, ...rest] = columns
  if (!own || !Array.isArray(rows)) return null
  const row: unknown = rows.find((one: unknown) => isObject(one) && one[own.field] === item)
  if (!isObject(row)) return null
  const said = rest
    .map(({ field }) => row[field])
    .filter((text) => typeof text === 'string' || typeof text === 'number')
    .map(String)
    .filter((text) => text !== '' && !item.includes(text))
  return said.length === 0 ? null : said.join('，')
}
