import { seededRandom } from '../../core/random.ts'

/** Cuts text into pieces of 1–7 characters as token streams do; never inside a surrogate pair, the same way every time. */
export function splitText(text: string): string[] {
  const random = seededRandom(text.slice(0, 64) + text.length)
  const units = Array.from(text)
  const pieces: string[] = []
  for (let at = 0; at < units.length;) {
    const size = random.between(1, 7)
    pieces.push(units.slice(at, at + size).join(''))
    at += size
  }
  return pieces
}
