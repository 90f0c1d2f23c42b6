import { expect, it } from 'vitest'
import { formatBytes } from './format-bytes.ts'

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1 kB'],
  [1_550, '1.6 kB'],
  [45_600_000, '46 MB'],
  [2_000_000_000, '2 GB'],
  [5_000_000_000_000, '5000 GB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes, String)).toBe(text)
})
