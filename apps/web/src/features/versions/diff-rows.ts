import type { DiffPart } from './segment-diff.ts'
import { segmentDiff } from './segment-diff.ts'

export type DiffRow = DiffPart[]

/** The differences in rows that end where both texts have a line break, so that two columns stay level. */
export function diffRows(before: string, after: string): DiffRow[] {
  const rows: DiffRow[] = [[]]
  for (const part of segmentDiff(before, after)) {
    const lines = part.kind === 'same' ? part.text.split('\n') : [part.text]
    lines.forEach((text, index) => {
      if (index > 0) rows.push([])
      if (text !== '') rows.at(-1)?.push({ kind: part.kind, text })
    })
  }
  return rows.filter((row) => row.length > 0)
}
