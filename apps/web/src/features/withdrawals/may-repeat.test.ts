import { expect, it } from 'vitest'
import { mayRepeat } from './may-repeat.ts'

const account = { isOn: true, isInDebt: false }

it('offers once more what the channel failed, but not what was taken back by hand, nor while there is a debt', () => {
  expect(mayRepeat({ canRepeat: true, endReason: 'not_confirmed' }, account)).toBe(true)
  expect(mayRepeat({ canRepeat: false, endReason: 'not_confirmed' }, account)).toBe(false)
  expect(mayRepeat({ canRepeat: true, endReason: 'by_person' }, account)).toBe(false)
  expect(mayRepeat({ canRepeat: true, endReason: 'not_confirmed' }, { ...account, isInDebt: true })).toBe(false)
  expect(mayRepeat({ canRepeat: true, endReason: 'not_confirmed' }, { ...account, isOn: false })).toBe(false)
  expect(mayRepeat({ canRepeat: true, endReason: 'not_confirmed' }, undefined)).toBe(false)
})
