import { cleanup, render, screen, waitFor } from '@solidjs/testing-library'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/solid-query'
import { Suspense } from 'solid-js'
import { afterEach, expect, it } from 'vitest'
import { TestI18n } from '../testing/test-i18n.tsx'
import { Loaded } from './loaded.tsx'

afterEach(cleanup)

function Known() {
  const known = useQuery(() => ({ queryKey: ['known'], queryFn: () => Promise.resolve('已知'), staleTime: Infinity }))
  return <p>{known.status === 'success' ? known.data : ''}</p>
}

function Room(props: { answer: Promise<string> }) {
  const late = useQuery(() => ({ queryKey: ['late'], queryFn: () => props.answer }))
  return (
    <>
      <input aria-label="搜索" />
      <Loaded query={late}>
        {(data) => (
          <section>
            {data()}
            <Known />
          </section>
        )}
      </Loaded>
    </>
  )
}

it('what arrives late and reads a query of its own leaves whoever types alone', async () => {
  const client = new QueryClient()
  client.setQueryData(['known'], '已知')
  let arrive: (value: string) => void = () => {}
  const answer = new Promise<string>((resolve) => (arrive = resolve))
  render(() => (
    <TestI18n>
      <QueryClientProvider client={client}>
        <Suspense fallback="换页">
          <Room answer={answer} />
        </Suspense>
      </QueryClientProvider>
    </TestI18n>
  ))
  const input = await screen.findByRole('textbox', { name: '搜索' })
  const removed: Node[] = []
  const observer = new MutationObserver((changes) => removed.push(...changes.flatMap((one) => [...one.removedNodes])))
  observer.observe(document.body, { childList: true, subtree: true })
  input.focus()
  arrive('来了')
  await waitFor(() => expect(screen.getByText('已知')).toBeTruthy())
  observer.disconnect()
  expect(removed.some((node) => node.contains(input))).toBe(false)
  expect(document.activeElement).toBe(input)
})
