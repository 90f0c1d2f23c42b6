import { referralCodeInput } from '@mozhou/contracts/accounts/inputs'
import { expect, it } from 'vitest'
import { newReferralCode } from './referral-code.ts'

it('has eight characters that cannot be misread, and fits its own input', () => {
  const codes = Array.from({ length: 2_000 }, newReferralCode)
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) expect(referralCodeInput.parse(code)).toBe(code)
  expect(new Set(codes.join('')).size).toBe(32)
  expect(codes.join('')).not.toMatch(/[01OI]/)
})
