import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { outages } from './outages.ts'

const page = readFileSync(new URL('../../../docs/outages.md', import.meta.url), 'utf8')

it('is what docs/outages.md says, row by row', () => {
  const told = [...page.matchAll(/^\| `([a-zA-Z.]+)` \| ([\d.]+) s \| (\w+) \|/gm)]
  const rows = told.map(([, name, seconds, outcome]) => [name, { deadlineMs: Number(seconds) * 1_000, outcome }])
  expect(rows).toEqual(Object.entries(outages))
})

it('refuses a request within 20 s, and a silent database before that', () => {
  expect(outages['api.request'].deadlineMs).toBeLessThan(20_000)
  expect(outages['postgres.statement'].deadlineMs).toBeLessThan(outages['api.request'].deadlineMs)
})
