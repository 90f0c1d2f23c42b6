import { AppError } from '@mozhou/contracts/errors'
import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import { cleanup, render, screen, within } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { I18nProvider } from '../../i18n/i18n.ts'
import { Figure } from './figure.tsx'
import { LiveCard } from './live-card.tsx'

afterEach(cleanup)

const figures = { today: 12, yesterday: 8, lastWeek: 0 }
const card = (name: string) => within(screen.getByRole('heading', { name }).closest('section') ?? document.body)

function show(read: () => Promise<typeof figures>) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const query = (name: string, queryFn: () => Promise<typeof figures>) => () => ({ queryKey: [name], queryFn })
  render(() => (
    <QueryClientProvider client={client}>
      <I18nProvider>
        <LiveCard title="甲" query={query('a', read)}>
          {(data) => <Figure figures={data()} show={String} />}
        </LiveCard>
        <LiveCard title="乙" query={query('b', () => Promise.resolve(figures))}>
          {(data) => <Figure figures={data()} show={String} />}
        </LiveCard>
      </I18nProvider>
    </QueryClientProvider>
  ))
  return client
}

it('says on one card that its part is away, and leaves the others', async () => {
  show(() => Promise.reject(new AppError('SERVICE_UNAVAILABLE')))
  expect((await card('甲').findByRole('alert')).textContent).toContain('重试')
  expect(await card('乙').findByText('12')).toBeTruthy()
  expect(card('乙').queryByRole('alert')).toBeNull()
})

it('keeps the last figures when a later reading fails, and says that they are from before', async () => {
  let isAway = false
  const client = show(() => (isAway ? Promise.reject(new AppError('SERVICE_UNAVAILABLE')) : Promise.resolve(figures)))
  await card('甲').findByText('12')
  isAway = true
  await client.refetchQueries({ queryKey: ['a'] })
  expect((await card('甲').findByRole('alert')).textContent).toBe('这一次没有读到，下面是之前的数字。')
  expect(card('甲').getByText('12')).toBeTruthy()
})

it('says how far today is from the same hours before, and nothing where there was nothing', async () => {
  show(() => Promise.resolve(figures))
  await card('甲').findByText('12')
  expect(card('甲').getByText('昨天同时段').parentElement?.textContent).toBe('昨天同时段8+50%')
  expect(card('甲').getByText('上周同时段').parentElement?.textContent).toBe('上周同时段0')
})
