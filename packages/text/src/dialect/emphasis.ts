import type { InlineState } from './inline-state.ts'

/** In one paragraph. Whoever writes more writes no prose, and each is looked around and looks for its partner. */
const mostMarks = 20_000

/** A run of `*` or `_`, each of which may open or close emphasis; a run that can do neither is text. */
export function emphasisRule(state: InlineState, silent: boolean): boolean {
  if (silent || state.marks >= mostMarks) return false
  return take(state, state.scanDelims(state.pos, state.src.charAt(state.pos) === '*'), 1)
}

/** `~~`, what is struck out. */
export function strikethroughRule(state: InlineState, silent: boolean): boolean {
  if (silent || state.marks >= mostMarks) return false
  return take(state, state.scanDelims(state.pos, true), 2)
}

interface Run {
  can_open: boolean
  can_close: boolean
  length: number
}

/** Takes a run as marks of `width` characters, which are matched when the paragraph has been read. */
function take(state: InlineState, run: Run, width: number): boolean {
  const { pos, src } = state
  state.pos += run.length
  state.marks += run.length
  if (!run.can_open && !run.can_close) {
    state.pending += src.slice(pos, state.pos)
    return true
  }
  const mark = src.slice(pos, pos + width)
  for (let at = 0; at < run.length; at += width) {
    state.push('text', '', 0).content = mark
    state.delimiters.push({
      marker: src.charCodeAt(pos),
      length: width === 1 ? run.length : 0,
      token: state.tokens.length - 1,
      end: -1,
      open: run.can_open,
      close: run.can_close,
    })
  }
  return true
}
