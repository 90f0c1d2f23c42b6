import type { InlineState } from './inline-state.ts'

/** `<br>`, the one tag that models write in cells of tables; every other stays the text it is. */
export function lineBreakRule(state: InlineState, silent: boolean): boolean {
  const { src, pos } = state
  if (!'bB'.includes(src.charAt(pos + 1) || ' ')) return false
  const match = /^<br\s{0,3}\/?>/i.exec(src.slice(pos, pos + 9))
  if (!match) return false
  if (!silent) state.push('hardbreak', 'br', 0)
  state.pos += match[0].length
  return true
}
