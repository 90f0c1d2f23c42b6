/** What a person marked: `text` stood from `start` to `end` of a field, in UTF-16 offsets. */
export interface Selection {
  start: number
  end: number
  text: string
}

/** Where the marked text stands in `field` now: at its place, or anywhere else if only there. Null when it is gone or ambiguous. */
export function findSelection(field: unknown, { start, end, text }: Selection): { start: number; end: number } | null {
  if (typeof field !== 'string') return null
  if (field.slice(start, end) === text) return { start, end }
  const first = field.indexOf(text)
  if (first === -1 || field.indexOf(text, first + 1) !== -1) return null
  return { start: first, end: first + text.length }
}
