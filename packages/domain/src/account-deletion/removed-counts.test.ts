import { expect, it } from 'vitest'
import { addCounts, readCounts, totalOf } from './removed-counts.ts'

it('adds what a batch took to what there was', () => {
  expect(addCounts({ works: 3 }, { works: 2, exports: 0 })).toEqual({ works: 5, exports: 0 })
  expect(addCounts({}, {})).toEqual({})
  expect(totalOf({ works: 3, versions: 4, files: 1, file_bytes: 9_000 })).toBe(8)
})

it('reads its own rows alone', () => {
  expect(readCounts({ works: 3 })).toEqual({ works: 3 })
  expect(() => readCounts({ names: 1 })).toThrow(/names|Unrecognized/u)
})
