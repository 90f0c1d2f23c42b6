import { firstTouchAnswer } from '@mozhou/contracts/accounts/answers'
import { expect, it } from 'vitest'
import { readFirstTouch } from './first-touch.ts'

const now = new Date('2026-11-29T08:00:00Z')
const at = 'at=2026-11-20T08:00:00.000Z'
const read = (cookie: string | null, referralCode?: string, sourceChannel?: string) =>
  readFirstTouch(cookie, { now, referralCode, sourceChannel })
const nothing = {
  utmSource: null,
  utmMedium: null,
  utmCampaign: null,
  referrerHost: null,
  referralCode: null,
  firstSeenAt: null,
}

it('reads campaign before code, code before site, and direct when there is none', () => {
  const all = `utm_source=zhihu&utm_medium=cpc&utm_campaign=%E6%98%A5&ref=K7M2PQ9R&referrer=www.zhihu.com&${at}`
  expect(read(all)).toEqual({
    channel: 'campaign',
    utmSource: 'zhihu',
    utmMedium: 'cpc',
    utmCampaign: '春',
    referrerHost: 'www.zhihu.com',
    referralCode: 'K7M2PQ9R',
    firstSeenAt: '2026-11-20T08:00:00.000Z',
  })
  expect(read(`ref=k7m2pq9r&referrer=a.test&${at}`)).toMatchObject({ channel: 'invitation', referralCode: 'K7M2PQ9R' })
  expect(read(`referrer=a.test&${at}`)).toMatchObject({ channel: 'referrer', referrerHost: 'a.test' })
  expect(read(at)).toMatchObject({ channel: 'direct' })
})

it('keeps the first touch when a code is typed later, and takes the code when nothing else is known', () => {
  expect(read(`referrer=a.test&${at}`, 'K7M2PQ9R')).toMatchObject({ channel: 'referrer', referralCode: null })
  expect(read(null, 'K7M2PQ9R')).toEqual({ ...nothing, channel: 'invitation', referralCode: 'K7M2PQ9R' })
  expect(read(null)).toEqual({ ...nothing, channel: 'direct' })
})

it('takes the source that a caller without a note names, and no other before the note', () => {
  expect(read(null, undefined, 'xiaohongshu')).toEqual({ ...nothing, channel: 'campaign', utmSource: 'xiaohongshu' })
  expect(read(null, undefined, '')).toEqual({ ...nothing, channel: 'direct' })
  expect(read(at, undefined, 'xiaohongshu')).toMatchObject({ channel: 'direct', utmSource: null })
})

it('takes nothing for true that no page of ours writes', () => {
  for (const cookie of [
    '',
    'x',
    'utm_source=zhihu',
    'utm_source=zhihu&at=yesterday',
    'utm_source=zhihu&at=2026-10-29T08:00:00.000Z',
    'utm_source=zhihu&at=2027-01-01T08:00:00.000Z',
    `utm_source=${'z'.repeat(3_000)}&${at}`,
  ])
    expect(read(cookie), cookie.slice(0, 60)).toEqual({ ...nothing, channel: 'direct' })
  const partly = read(
    `utm_source=${'z'.repeat(65)}&utm_campaign=a%00%0Ab&referrer=%3Cscript%3E&ref=O0&utm_medium=%3Cb%3E&${at}`,
  )
  // Markup is a text like others: it is stored and shown as what it is.
  expect(partly).toMatchObject({ ...nothing, channel: 'direct', utmMedium: '<b>', firstSeenAt: expect.any(String) })
  expect(firstTouchAnswer.parse(partly)).toEqual(partly)
})
