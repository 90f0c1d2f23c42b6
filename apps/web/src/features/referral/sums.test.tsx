import type { MyCodeDto, MyStatsDto } from '@mozhou/contracts/referrals/answers'
import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { quietClient, showInApp } from '../../testing/show-in-app.tsx'
import { PeopleCard } from './people-card.tsx'
import { invited, myCode, myStats } from './queries.ts'
import { useSumWords } from './use-sum-words.ts'

afterEach(cleanup)

const codeOf = (form: 'credits' | 'cash', ratesBp: number[]): MyCodeDto => ({
  code: 'ABCDEFGH',
  link: 'http://web.test/register?ref=ABCDEFGH',
  offer: {
    ratesBp,
    welcomeCredits: 0,
    form,
    coupon: null,
    window: 'first_order',
    windowCount: null,
    holdDays: 15,
  },
  campaign: null,
})
const none = { credits: 0, cashFen: 0, coupons: 0 }
const statsOf = (level2: number): MyStatsDto => ({
  invited: { level1: 1, level2 },
  paying: 0,
  conversionBp: 0,
  earnings: { pending: none, paid: none, cancelled: none, expired: none },
})
const client = (code: MyCodeDto, level2 = 0) =>
  quietClient([
    [myCode().queryKey, code],
    [myStats().queryKey, statsOf(level2)],
    [invited(1).queryKey, { pages: [{ items: [], nextCursor: null }], pageParams: [null] }],
  ])

it('says nothing in what the rules give', async () => {
  const Sum = () => <p>{useSumWords().sum(none)}</p>
  const shown = async (code: MyCodeDto) => (await showInApp(() => <Sum />, client(code))).container.textContent
  expect(await shown(codeOf('cash', [1_000]))).toBe('¥0.00')
  cleanup()
  expect(await shown(codeOf('credits', [1_000]))).toBe('0 积分')
})

it('offers a second level where there is one, or people of one that there was', async () => {
  const second = () => screen.queryByText(/^二级/)
  await showInApp(() => <PeopleCard />, client(codeOf('cash', [1_000])))
  expect(second()).toBeNull()
  cleanup()
  await showInApp(() => <PeopleCard />, client(codeOf('cash', [1_000, 300])))
  expect(second()).toBeTruthy()
  cleanup()
  await showInApp(() => <PeopleCard />, client(codeOf('cash', [1_000]), 2))
  expect(second()).toBeTruthy()
})
