import { expect, it } from 'vitest'
import { readRange } from './byte-range.ts'

const part = (start: number, end: number) => ({ kind: 'part', range: { start, end } })

it.each<[string | undefined, unknown]>([
  [undefined, { kind: 'whole' }],
  ['bytes=0-0', part(0, 0)],
  ['bytes=100-199', part(100, 199)],
  ['bytes=100-', part(100, 999)],
  ['bytes=990-2000', part(990, 999)],
  ['bytes=-10', part(990, 999)],
  ['bytes=-5000', part(0, 999)],
  ['bytes=1000-', { kind: 'none' }],
  ['bytes=1000-1001', { kind: 'none' }],
  ['bytes=-0', { kind: 'none' }],
  ['bytes=5-2', { kind: 'whole' }],
  ['bytes=-', { kind: 'whole' }],
  ['bytes=0-1,5-6', { kind: 'whole' }],
  ['items=0-1', { kind: 'whole' }],
  ['bytes=a-b', { kind: 'whole' }],
])('%s of 1000 bytes', (header, asked) => {
  expect(readRange(header, 1_000)).toEqual(asked)
})
