import { expect, it } from 'vitest'
import { createNumbers } from './numbers.ts'

const day = '20261130'
const some = (numbers: ReturnType<typeof createNumbers>) =>
  Array.from({ length: 50 }, () => numbers.next(`42000${day}`, 28))

it('gives numbers of the same length that never come again, nor after a restart on the same day', () => {
  const before = some(createNumbers(Date.UTC(2026, 10, 30, 8, 0, 0)))
  const after = some(createNumbers(Date.UTC(2026, 10, 30, 8, 0, 1)))
  expect(new Set([...before, ...after]).size).toBe(100)
  for (const number of [...before, ...after]) expect(number).toMatch(/^42000\d{23}$/)
})

it('keeps short ones as long as they are asked for', () => {
  const numbers = createNumbers(Date.UTC(2026, 10, 30))
  const codes = [numbers.next('s0001', 12), numbers.next('s0001', 12)]
  expect(new Set(codes).size).toBe(2)
  for (const code of codes) expect(code).toMatch(/^s0001\d{7}$/)
})
