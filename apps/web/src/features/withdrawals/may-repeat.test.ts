import { expect, it } from 'vitest'
import { mayRepeat } from './may-repeat.ts'

const account = { isOn: true, isInDebt: false }

it('offers once more what came to nothing, but not while there is a debt, nor while withdrawals are off', () => {
  expect(mayRepeat({ canRepeat: true }, account)).toBe(true)
  expect(mayRepeat({ canRepeat: false }, account)).toBe(false)
  expect(mayRepeat({ canRepeat: true }, { ...account, isInDebt: true })).toBe(false)
  expect(mayRepeat({ canRepeat: true }, { ...account, isOn: false })).toBe(false)
  expect(mayRepeat({ canRepeat: true }, undefined)).toBe(false)
})
