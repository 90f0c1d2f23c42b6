import { getRounds } from 'bcrypt'
import { expect, it } from 'vitest'
import { hashPassword, isPasswordRight } from './password-hash.ts'

it('costs 12 and tells right from wrong', async () => {
  const hash = await hashPassword('密码 with spaces')
  expect(getRounds(hash)).toBe(12)
  expect(await isPasswordRight('密码 with spaces', hash)).toBe(true)
  expect(await isPasswordRight('密码 with space', hash)).toBe(false)
  expect(await isPasswordRight('密码 with spaces', null)).toBe(false)
})

it('does not take a longer text for the 72 bytes it begins with', async () => {
  const password = 'a'.repeat(72)
  const hash = await hashPassword(password)
  expect(await isPasswordRight(password, hash)).toBe(true)
  expect(await isPasswordRight(`${password}b`, hash)).toBe(false)
})
