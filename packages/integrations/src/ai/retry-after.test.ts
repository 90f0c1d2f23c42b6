import { describe, expect, it } from 'vitest'
import { readRetryAfterMs } from './retry-after.ts'

const nowMs = Date.parse('2026-11-22T10:00:00Z')
const read = (headers: Record<string, string>) => readRetryAfterMs(new Headers(headers), nowMs)

describe('readRetryAfterMs', () => {
  it.each([
    ['seconds', { 'retry-after': '2' }, 2_000],
    ['fractions of seconds', { 'retry-after': '0.25' }, 250],
    ['milliseconds before seconds', { 'retry-after-ms': '300', 'retry-after': '9' }, 300],
    ['a date', { 'retry-after': 'Sun, 22 Nov 2026 10:00:07 GMT' }, 7_000],
    ['a date in the past', { 'retry-after': 'Sun, 22 Nov 2026 09:00:00 GMT' }, 0],
    ['more than a minute', { 'retry-after': '3600' }, 60_000],
    ['nonsense in milliseconds, seconds beside it', { 'retry-after-ms': 'soon', 'retry-after': '1' }, 1_000],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['a negative number', { 'retry-after': '-5' }, undefined],
    ['nothing', {}, undefined],
  ])('reads %s', (_name, headers, expected) => {
    expect(read(headers)).toBe(expected)
  })
})
