import { createHash } from 'node:crypto'
import { leadingZeroBits, workText } from '@mozhou/contracts/accounts/proof-of-work'
import { expect, it } from 'vitest'
import { solveChallenge } from './solve-challenge.ts'

it.each([0, 1, 8, 11])('finds a number whose hash begins with %i zero bits', async (bits) => {
  const { number, ...rest } = await solveChallenge({ salt: `1.${bits}`, bits, signature: 's' })
  const hash = createHash('sha256')
    .update(workText(`1.${bits}`, number))
    .digest()
  expect(leadingZeroBits(hash)).toBeGreaterThanOrEqual(bits)
  expect(rest).toEqual({ salt: `1.${bits}`, signature: 's' })
})

it.each([
  [[0xff], 0],
  [[0x01], 7],
  [[0, 0x80], 8],
  [[0, 0, 0x0f], 20],
  [[0, 0], 16],
])('%j begins with %i zero bits', (bytes, bits) => {
  expect(leadingZeroBits(Uint8Array.from(bytes))).toBe(bits)
})
