import { readFileSync } from 'node:fs'

/** A captured-shape stream from `vendors/fixtures`; optionally with words replaced, to make the variant a test is about. */
export function readFixture(name: string, replacements: Readonly<Record<string, string>> = {}): string {
  const text = readFileSync(new URL(`../vendors/fixtures/${name}`, import.meta.url), 'utf8')
  return Object.entries(replacements).reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`fixture ${name} does not contain ${from}`)
    return result.replaceAll(from, to)
  }, text)
}

/** The bytes of a text in pieces of the given sizes, in turn, regardless of character borders. */
export function splitBytes(text: string, sizes: readonly number[]): Uint8Array[] {
  const bytes = new TextEncoder().encode(text)
  const pieces: Uint8Array[] = []
  for (let start = 0, turn = 0; start < bytes.length; turn += 1) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? 1)
    pieces.push(bytes.slice(start, start + size))
    start += size
  }
  return pieces
}

/** Whole answers of models, parted by `=====`. */
export const readAnswers = (name: string): string[] =>
  readFileSync(new URL(`./answers/${name}.txt`, import.meta.url), 'utf8')
    .trimEnd()
    .split(/\n\n=====\n\n/u)
