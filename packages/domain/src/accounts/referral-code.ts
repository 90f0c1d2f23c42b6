import { randomInt } from 'node:crypto'

/** No 0, O, 1, I: a code is read aloud and typed from pictures. 32 letters, so 8 of them hold 40 bits. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const length = 8

export function newReferralCode(): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
}
