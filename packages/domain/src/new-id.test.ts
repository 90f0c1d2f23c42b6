import { formatId, parseId } from '@mozhou/contracts/ids'
import { expect, it } from 'vitest'
import { newId } from './new-id.ts'

const timeOf = (id: string) => Number.parseInt(id.replace('-', '').slice(0, 12), 16)

it('makes UUIDs of version 7 and variant 10 (RFC 9562)', () => {
  const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  for (let count = 0; count < 1_000; count += 1) {
    const id = newId()
    expect(id).toMatch(pattern)
    expect(parseId('user', formatId('user', id))).toBe(id)
  }
})

it('sorts by creation within a process, also many within one millisecond', () => {
  const ids = Array.from({ length: 50_000 }, newId)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

it('carries the time, and runs ahead of it by little however many are made', async () => {
  // Those made above have run ahead of the clock.
  await expect.poll(() => timeOf(newId()) - Date.now()).toBeLessThanOrEqual(0)
  const before = Date.now()
  const ids = Array.from({ length: 1_000 }, newId)
  expect(timeOf(ids[0] ?? '')).toBeGreaterThanOrEqual(before)
  expect(timeOf(ids.at(-1) ?? '')).toBeLessThan(before + 1_000)
})
