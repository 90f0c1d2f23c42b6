import { expect, it } from 'vitest'
import { isNarrowed, listFilters, parseOrderSearch } from './order-search.ts'

it('keeps of an address what fits and drops the rest', () => {
  const raw = {
    status: 'closed',
    kind: 'gift',
    channel: 'wechat',
    abnormal: 'any',
    search: 2026,
    from: '2026-11-01',
    to: '2026-13-45',
    order: 'ord_1',
    view: 'other',
  }
  const search = parseOrderSearch(raw)
  const filters = { status: 'closed', channel: 'wechat', abnormal: 'any', search: '2026', from: '2026-11-01' }
  expect(search).toEqual({ ...filters, order: 'ord_1' })
  expect(listFilters(search)).toEqual(filters)
})

it('is not narrowed by the order that is open', () => {
  expect(isNarrowed({ order: 'ord_1', view: 'notices' })).toBe(false)
  expect(isNarrowed({ kind: 'recharge' })).toBe(true)
})
