import { randomInt } from 'node:crypto'

/** Without I, L, O and U, which are misread. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function randomLetters(count: number): string {
  return Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('')
}

/** The number under which money goes back, for ever: what every channel takes. */
export function newRefundNo(): string {
  return `RF${randomLetters(24)}`
}
