import { expect, it } from 'vitest'
import { dayIn, defineFilters, isFound, parseFilters } from './filters.ts'

const spec = defineFilters({ choices: { role: ['creator', 'admin'] }, hasSearch: true, hasDays: true })

it('keeps of an address what fits and drops the rest', () => {
  const raw = { role: 'admin', search: 2026, from: '2026-11-01', to: '2026-02-30', page: 3 }
  expect(parseFilters(spec, raw)).toEqual({ role: 'admin', search: '2026', from: '2026-11-01' })
  expect(parseFilters(spec, { role: 'nobody', search: ' ', from: 7 })).toEqual({})
})

it('asks for nothing that the list has not', () => {
  const plain = defineFilters({ choices: {} })
  expect(parseFilters(plain, { search: 'x', from: '2026-11-01' })).toEqual({})
})

it('takes days that there are', () => {
  expect(['2026-11-30', '2026-11-31', '1999-01-01', '20261130'].map(dayIn)).toEqual(['2026-11-30', null, null, null])
})

it('finds by part of a text, whatever the case', () => {
  expect(isFound('GPT', ['gpt-4', null])).toBe(true)
  expect(isFound('qwen', ['gpt-4', null])).toBe(false)
  expect(isFound(undefined, [])).toBe(true)
})
