import { expect, it } from 'vitest'
import { parseQueueSearch, queueFilters } from './queue-search.ts'

it('shows what waits for us unless the address says otherwise', () => {
  expect(queueFilters(parseQueueSearch({}))).toEqual({ status: 'waiting_for_us' })
  expect(queueFilters(parseQueueSearch({ status: 'all' }))).toEqual({})
  expect(queueFilters(parseQueueSearch({ status: 'closed', holder: 'mine', link: 'order', members: true }))).toEqual({
    status: 'closed',
    holder: 'mine',
    link: 'order',
    membersOnly: true,
  })
})

it('drops what fits nowhere', () => {
  const raw = { status: 'lost', holder: 'you', link: 'cat', members: 'yes', search: '  ', conversation: 7, more: 1 }
  expect(parseQueueSearch(raw)).toEqual({ conversation: '7' })
})
