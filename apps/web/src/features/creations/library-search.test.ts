import { expect, test } from 'vitest'
import { hidesSome, isNarrowed, parseLibrarySearch, toListInput } from './library-search.ts'

test('an address keeps what fits and drops the rest', () => {
  const raw = {
    search: 2026,
    status: 'done',
    tool: 'rewrite',
    incomplete: true,
    from: '2026-11-01',
    to: 'x',
    sort: 'a',
  }
  expect(parseLibrarySearch(raw)).toEqual({ search: '2026', tool: 'rewrite', incomplete: true, from: '2026-11-01' })
})

test('a tool is kept where it is one of the kind that is shown', () => {
  expect(parseLibrarySearch({ kind: 'image', tool: 'image-edit' })).toEqual({ kind: 'image', tool: 'image-edit' })
  expect(parseLibrarySearch({ kind: 'image', tool: 'rewrite' })).toEqual({ kind: 'image' })
  expect(parseLibrarySearch({ kind: 'writing', tool: 'image-edit' })).toEqual({ kind: 'writing' })
  expect(parseLibrarySearch({ kind: 'video', tool: 'image-edit' })).toEqual({ tool: 'image-edit' })
})

test('the last day is shown whole', () => {
  const { from, to } = toListInput({ from: '2026-11-01', to: '2026-11-01' })
  expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(86_400_000)
})

test('a sort alone narrows nothing', () => {
  expect(isNarrowed({ sort: 'oldest' })).toBe(false)
  expect(isNarrowed({ search: '墨' })).toBe(true)
})

test('a kind alone hides none of its own', () => {
  expect(isNarrowed({ kind: 'image' })).toBe(true)
  expect(hidesSome({ kind: 'image', sort: 'oldest' })).toBe(false)
  expect(hidesSome({ kind: 'image', tool: 'image-edit' })).toBe(true)
})
