import { expect, it } from 'vitest'
import { accountOf, previewOf, publicationId } from '../testing/given.ts'
import { judgeTarget } from './judge-target.ts'

const now = Date.parse('2026-11-30T04:00:00.000Z')
const rules = { overrides: { version: '0', entries: [] }, wordList: null }
const usual = { account: accountOf('zhihu'), base: previewOf('zhihu'), edits: {}, rules, at: null, now }
const why = (more: Partial<Parameters<typeof judgeTarget>[0]>) => judgeTarget({ ...usual, ...more }).hindrance

it('lets go what nothing stands in the way of, now or at a time within 90 days', () => {
  expect(why({})).toBeNull()
  expect(why({ at: '2027-02-27T00:00:00.000Z' })).toBeNull()
})

it('names what stands in the way, the account first', () => {
  expect(why({ account: accountOf('zhihu', { state: 'expired' }) })).toEqual({ kind: 'unusable' })
  expect(why({ at: '2026-11-30T03:00:00.000Z' })).toEqual({ kind: 'time' })
  expect(why({ at: '2027-03-02T00:00:00.000Z' })).toEqual({ kind: 'time' })
  expect(why({ edits: { title: '字'.repeat(101) } })).toEqual({ kind: 'blocked', count: 1 })
})

it('holds the same content to be sent once; changed by hand it is another', () => {
  const base = previewOf('zhihu', { duplicateOf: publicationId })
  expect(why({ base })).toEqual({ kind: 'duplicate', publicationId })
  expect(why({ base, edits: { title: '另一个题目' } })).toBeNull()
})

it('checks with what operators changed and listed', () => {
  const wordList = { version: '3', updatedOn: '2026-11-30', terms: [{ term: '帐篷', severity: 'block' as const }] }
  expect(why({ rules: { ...rules, wordList } })).toEqual({ kind: 'blocked', count: 1 })
})
