import { matchBrackets } from './brackets.ts'
import type { Brackets, InlineState } from './inline-state.ts'
import { targetOf } from './link-target.ts'

/** `[label](address)` and `[label][name]`, read as CommonMark reads them. */
export function linkRule(state: InlineState): boolean {
  const at = state.pos
  const brackets = bracketsOf(state)
  if (!brackets || brackets.holdsLink[at] === 1) return false
  const target = targetOf(state, brackets, at, false)
  if (!target) return false
  const { posMax } = state
  state.push('link_open', 'a', 1).attrs = [['href', target.href]]
  state.pos = at + 1
  state.posMax = brackets.ends[at] ?? posMax
  state.linkLevel += 1
  state.read()
  state.linkLevel -= 1
  state.push('link_close', 'a', -1)
  state.pos = target.end
  state.posMax = posMax
  return true
}

/** `![what it shows](address)`, which stays in words. */
export function imageRule(state: InlineState): boolean {
  const at = state.pos + 1
  if (state.src.charAt(at) !== '[') return false
  const brackets = bracketsOf(state)
  const target = brackets && targetOf(state, brackets, at, true)
  if (!target) return false
  const token = state.push('image', 'img', 0)
  token.attrs = [['src', target.href]]
  token.content = state.src.slice(at + 1, brackets.ends[at])
  state.pos = target.end
  return true
}

/** None where no bracket can be a link's. */
function bracketsOf(state: InlineState): Brackets | null {
  if (state.brackets) return state.brackets
  if (!state.env.references && state.nextOf('](', state.pos) < 0) return null
  state.brackets = matchBrackets(state)
  return state.brackets
}
