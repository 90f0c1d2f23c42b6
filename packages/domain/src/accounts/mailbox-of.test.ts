import { expect, it } from 'vitest'
import { mailboxOf } from './mailbox-of.ts'

it.each([
  ['a@example.com', 'a@example.com'],
  ['a+b@example.com', 'a@example.com'],
  ['a+b+c@example.com', 'a@example.com'],
  ['a.b@example.com', 'a.b@example.com'],
])('mail to %s arrives at %s', (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox)
})
