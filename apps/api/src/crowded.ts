/** Fields of one object; the widest form that anybody fills in has a few dozen. */
export const mostFields = 500

/**
 * Whether an object in the value has more fields than any of ours: every step after this one does something for each, and tells of each that is
 * not known. Walks without recursion, for the value may be as deep as its sender likes.
 */
export function isCrowded(value: unknown): boolean {
  const left: unknown[] = [value]
  while (left.length > 0) {
    const next = left.pop()
    if (typeof next !== 'object' || next === null) continue
    // Counted before its values are read.
    if (!Array.isArray(next) && Object.keys(next).length > mostFields) return true
    for (const one of Object.values(next)) if (typeof one === 'object' && one !== null) left.push(one)
  }
  return false
}
