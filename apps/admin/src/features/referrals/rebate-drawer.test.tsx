import type { RebateRowDto } from '@mozhou/contracts/referrals/answers'
import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { I18nProvider } from '../../i18n/i18n.ts'
import { me } from '../accounts/queries.ts'
import { RebateDetails } from './rebate-drawer.tsx'

afterEach(cleanup)

const person = { id: 'usr_018f00000000700080000000000000aa', username: 'xiaoman' }
const row: RebateRowDto = {
  id: 'rbt_018f00000000700080000000000000aa',
  level: 1,
  form: 'coupon',
  bornAmount: 1,
  amount: 1,
  createdAt: '2026-11-30T16:00:00.000Z',
  dueAt: '2026-12-15T16:00:00.000Z',
  endedAt: null,
  endReason: null,
  status: 'in_review',
  baseFen: 10_000,
  rateBp: 1_000,
  ruleVersion: 2,
  campaign: null,
  coupon: {
    id: 'cpn_018f00000000700080000000000000aa',
    name: '老友券',
    credits: 50,
    given: null,
    blockReason: 'sold_out',
  },
  beneficiary: person,
  referee: person,
  order: { id: 'ord_018f00000000700080000000000000aa', orderNo: 'MZ1' },
  flags: [],
  decisions: [],
}

function show(shown: RebateRowDto, permissions: readonly string[] = ['referral:read', 'rebate:review']) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } })
  client.setQueryData([...me().queryKey], { permissions })
  render(() => (
    <QueryClientProvider client={client}>
      <I18nProvider>
        <RebateDetails rebate={shown} onDecide={() => {}} />
      </I18nProvider>
    </QueryClientProvider>
  ))
}

it('says why a coupon cannot be given, and lets finance choose what is given instead', () => {
  show(row)
  expect(screen.getByText('券发不出去：优惠券已发完')).toBeTruthy()
  expect(screen.getByText(/可以改发 50 积分/)).toBeTruthy()
  for (const name of ['驳回', '改发积分', '放行']) expect(screen.getByRole('button', { name })).toBeTruthy()
})

it('tells what was taken back whole with a refund from what is still paid', () => {
  show({ ...row, status: 'paid', amount: 0, coupon: null, form: 'cash', bornAmount: 850 })
  expect(screen.getByText('已全部收回')).toBeTruthy()
  expect(screen.queryByText('已发放')).toBeNull()
  cleanup()
  show({ ...row, status: 'paid', amount: 400, coupon: null, form: 'cash', bornAmount: 850 })
  expect(screen.getByText('已发放')).toBeTruthy()
})

it('offers credits for no other reason, and nothing to who may not decide', () => {
  show({ ...row, coupon: row.coupon && { ...row.coupon, blockReason: null } })
  expect(screen.getByRole('button', { name: '放行' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '改发积分' })).toBeNull()
  cleanup()
  show(row, ['referral:read'])
  expect(screen.getByText('券发不出去：优惠券已发完')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '改发积分' })).toBeNull()
})

it('says what a refund found: the coupon is used, and what it took off', () => {
  const coupon = row.coupon && { ...row.coupon, given: 'used' as const, blockReason: null }
  const facts = { discountFen: 500 }
  const flag = { rule: 'coupon_used' as const, severity: 'low' as const, moment: 'refund' as const, facts }
  show({ ...row, status: 'paid', amount: 0, coupon, flags: [{ ...flag, createdAt: row.createdAt }] })
  expect(screen.getByText('订单退了款，券已用掉，收不回来')).toBeTruthy()
  expect(screen.getByText('已抵 ¥5.00 · 退款时')).toBeTruthy()
  expect(screen.getByText('已使用')).toBeTruthy()
})
