import { expect, it } from 'vitest'
import { newDeviceMark, readDeviceMark } from './device-mark.ts'

it('takes back what it gave, and nothing that it cannot have given', () => {
  const mark = newDeviceMark()
  expect(newDeviceMark()).not.toBe(mark)
  expect(readDeviceMark(mark)).toBe(mark)
  for (const sent of [null, '', 'x', `${mark}x`, `${mark.slice(1)};`]) expect(readDeviceMark(sent)).toBeNull()
})
