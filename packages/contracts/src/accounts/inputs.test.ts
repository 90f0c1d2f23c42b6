import { expect, it } from 'vitest'
import { updateMeInput } from './inputs.ts'

it.each([
  ['xiaoman@example.com', true],
  [`${'a'.repeat(64)}@example.com`, true],
  // No mail server takes a longer local part (RFC 5321, section 4.5.3.1.1).
  [`${'a'.repeat(65)}@example.com`, false],
  ['xiaoman@example', false],
  ['a..b@example.com', false],
])('takes %s for an address: %s', (email, isTaken) => {
  expect(updateMeInput.safeParse({ email }).success).toBe(isTaken)
})
