import type { Wording } from '../wording.ts'

const shown = 12

/** At most twelve of what was found, and how many there are when that is more. */
export function shortList(found: readonly string[]): Wording {
  const isCut = found.length > shown
  const first = found.slice(0, shown)
  return {
    zh: first.join('、') + (isCut ? ` 等 ${found.length} 处` : ''),
    en: first.join(', ') + (isCut ? ` and others, ${found.length} in all` : ''),
  }
}
