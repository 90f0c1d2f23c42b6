import type { Brackets, InlineState } from './inline-state.ts'
import { targetOf } from './link-target.ts'

interface Opener {
  at: number
  isImage: boolean
}

/**
 * Matches the brackets of a text, once for all links in it. What binds tighter (code, formulas, addresses, what is escaped) is passed over
 * as the rules take it; what a link leads to belongs to the link.
 */
export function matchBrackets(state: InlineState): Brackets {
  const { pos, posMax, src } = state
  const brackets = {
    ends: new Int32Array(posMax).fill(-1),
    holdsLink: new Uint8Array(posMax),
    holdsBracket: new Uint8Array(posMax),
  }
  const openers: Opener[] = []
  while (state.pos < posMax) {
    const character = src.charAt(state.pos)
    const isImage = character === '!' && src.charAt(state.pos + 1) === '['
    if (character === '[' || isImage) {
      const at = isImage ? state.pos + 1 : state.pos
      const outer = openers.at(-1)
      if (outer) brackets.holdsBracket[outer.at] = 1
      openers.push({ at, isImage })
      state.pos = at + 1
    } else if (character === ']') state.pos = close(state, brackets, openers)
    else if (character === '!' || !state.step(true)) state.pos += 1
  }
  state.pos = pos
  return brackets
}

/** Where reading goes on behind a `]`. */
function close(state: InlineState, brackets: Brackets, openers: Opener[]): number {
  const end = state.pos
  const opener = openers.pop()
  if (!opener) return end + 1
  const { at, isImage } = opener
  brackets.ends[at] = end
  const image = isImage ? targetOf(state, brackets, at, true) : null
  const link = image || brackets.holdsLink[at] === 1 ? null : targetOf(state, brackets, at, false)
  const outer = openers.at(-1)
  if (outer && (link || (!image && brackets.holdsLink[at] === 1))) brackets.holdsLink[outer.at] = 1
  return (image ?? link)?.end ?? end + 1
}
