import type { CouponIssueDto, CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import { Toasts } from '@mozhou/ui/components/toast.tsx'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import { afterEach, expect, it, vi } from 'vitest'
import { I18nProvider } from '../../i18n/i18n.ts'
import { IssueList } from './issue-list.tsx'
import { couponById, couponFigures, couponIssues } from './queries.ts'

afterEach(cleanup)

const coupon: CouponRowDto = {
  id: 'cpn_018f00000000700080000000000000aa',
  name: '立减五元',
  description: '',
  kind: 'recharge',
  discount: { kind: 'amount', amountFen: 500 },
  thresholdFen: 0,
  validity: { kind: 'days', days: 7 },
  status: 'active',
  audience: { kind: 'all' },
  isClaimable: false,
  issued: 0,
  totalLimit: 1_000,
  perPersonLimit: 1,
  version: 1,
  createdAt: '2026-11-30T16:00:00.000Z',
  updatedAt: '2026-11-30T16:00:00.000Z',
}
const issue: CouponIssueDto = {
  id: 'iss_018f00000000700080000000000000aa',
  couponId: coupon.id,
  audience: { kind: 'all' },
  note: '年末',
  status: 'done',
  endReason: null,
  total: 1_000,
  issued: 0,
  skipped: 0,
  actor: 'yunying',
  createdAt: '2026-11-30T16:00:00.000Z',
  endedAt: '2026-11-30T16:01:00.000Z',
  workflowUrl: null,
}

it('has the coupon and its figures read again once an issue in the background has given some', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, enabled: false } } })
  const { queryKey } = couponIssues(coupon.id)
  const isStale = (key: readonly unknown[]) => client.getQueryState(key)?.isInvalidated
  const [one, figures] = [couponById(coupon.id).queryKey, couponFigures(coupon.id).queryKey]
  client.setQueryData(one, coupon)
  client.setQueryData(figures, { unused: 0, held: 0, used: 0, expired: 0, voided: 0, discountFen: 0, paidFen: 0 })
  client.setQueryData(queryKey, { items: [issue], nextCursor: null })
  render(() => (
    <I18nProvider>
      <QueryClientProvider client={client}>
        <IssueList coupon={coupon} />
      </QueryClientProvider>
    </I18nProvider>
  ))
  await screen.findByText(/已发 0/)
  expect([isStale(one), isStale(figures)]).toEqual([false, false])
  client.setQueryData(queryKey, { items: [{ ...issue, issued: 1_000 }], nextCursor: null })
  await screen.findByText(/已发 1,000/)
  expect([isStale(one), isStale(figures)]).toEqual([true, true])
})

it('saves the result of an issue from the API, so far while it is under way', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', (address: string, { headers }: { headers: Record<string, string> }) => {
    asked.push(`${address} as ${headers['x-mozhou-app']} in ${headers['accept-language']}`)
    return Promise.resolve(Response.json({ error: { code: 'FORBIDDEN', params: {}, requestId: 'r' } }, { status: 403 }))
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, enabled: false } } })
  const running = { ...issue, id: 'iss_018f00000000700080000000000000bb', status: 'running' as const, endedAt: null }
  client.setQueryData(couponIssues(coupon.id).queryKey, { items: [running, issue], nextCursor: null })
  render(() => (
    <I18nProvider>
      <QueryClientProvider client={client}>
        <IssueList coupon={coupon} />
        <Toasts />
      </QueryClientProvider>
    </I18nProvider>
  ))
  fireEvent.click(await screen.findByRole('button', { name: '下载目前的结果' }))
  expect(await screen.findByText('结果没有下载')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '下载结果' }))
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  expect(asked).toEqual(
    [running.id, issue.id].map((id) => `/api/v1/operation/coupon-issues/${id}/result as admin in zh-CN`),
  )
  vi.unstubAllGlobals()
})
