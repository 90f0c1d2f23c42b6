import type { Token } from 'markdown-it'

/** Tokens come flat, opening and closing; each reader takes what is its own. */
export interface Cursor {
  next(): Token | undefined
}

export function cursorOver(tokens: readonly Token[]): Cursor {
  let at = 0
  return { next: () => tokens[at++] }
}
