import { cleanup, render, screen } from '@solidjs/testing-library'
import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import { afterEach, expect, it } from 'vitest'
import { I18nProvider } from '../../i18n/i18n.ts'
import { Reach } from './bulk-dialog.tsx'
import { audienceSize } from './queries.ts'

afterEach(cleanup)

it.each([
  [1_001, '1,001 人，只剩 1,000 张'],
  [1_000, '1,000 人，还剩 1,000 张'],
])('says before the press that it is for %i people, and what is left', async (people, words) => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, enabled: false } } })
  client.setQueryData(audienceSize({ kind: 'all' }).queryKey, people)
  render(() => (
    <I18nProvider>
      <QueryClientProvider client={client}>
        <Reach coupon={{ issued: 200, totalLimit: 1_200 }} audience={{ kind: 'all' }} />
      </QueryClientProvider>
    </I18nProvider>
  ))
  expect(await screen.findByText(words, { exact: false })).toBeTruthy()
})
