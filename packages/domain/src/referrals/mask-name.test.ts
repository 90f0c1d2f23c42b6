import { expect, it } from 'vitest'
import { maskName } from './mask-name.ts'

it.each([
  ['小满', '小**'],
  ['王', '王**'],
  ['城市露营人', '城**人'],
  ['reader-1', 'r**1'],
  ['𠮷野家店', '𠮷**店'],
  ['', '**'],
])('%s is shown as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})
