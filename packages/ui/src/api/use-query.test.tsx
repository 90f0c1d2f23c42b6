import { cleanup, render, screen, waitFor } from '@solidjs/testing-library'
import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import type { JSX } from 'solid-js'
import { createSignal, For, Suspense } from 'solid-js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { useQuery } from './use-query.ts'

interface Row {
  id: string
  title: string
}

let client: QueryClient
let answers: (() => Promise<Row[]>)[]
beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  answers = []
})
afterEach(cleanup)

const rows = (...titles: string[]): Row[] => titles.map((title, at) => ({ id: String(at), title }))
const listKey = ['list']
const list = () => ({ queryKey: listKey, queryFn: () => answers.shift()?.() ?? Promise.reject(new Error('早了')) })

function List() {
  const query = useQuery(list)
  return (
    <section>
      <input aria-label="搜索" />
      <p>{query.status}</p>
      <ul>
        <For each={query.data ?? []}>
          {(row) => (
            <li>
              <input aria-label={row.id} value={row.title} />
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

const show = (page: () => JSX.Element) =>
  render(() => (
    <QueryClientProvider client={client}>
      <Suspense fallback="换页">{page()}</Suspense>
    </QueryClientProvider>
  ))

it('a cached answer that is read again leaves whoever types alone', async () => {
  client.setQueryData(listKey, rows('甲'))
  answers = [() => Promise.resolve(rows('甲', '乙')), () => Promise.resolve(rows('甲', '乙', '丙'))]
  show(List)
  const search = screen.getByRole('textbox', { name: '搜索' })
  search.focus()
  const removed: Node[] = []
  const observer = new MutationObserver((changes) => removed.push(...changes.flatMap((one) => [...one.removedNodes])))
  observer.observe(document.body, { childList: true, subtree: true })
  await screen.findByRole('textbox', { name: '1' })
  await client.invalidateQueries({ queryKey: listKey })
  await screen.findByRole('textbox', { name: '2' })
  observer.disconnect()
  expect(removed.filter((node) => node instanceof Element)).toEqual([])
  expect(document.activeElement).toBe(search)
})

it('a row that did not change keeps its place in the document, and what is typed in it', async () => {
  answers = [() => Promise.resolve(rows('甲')), () => Promise.resolve(rows('甲', '乙'))]
  show(List)
  const first = await screen.findByRole('textbox', { name: '0' })
  first.focus()
  await client.invalidateQueries({ queryKey: listKey })
  await screen.findByRole('textbox', { name: '1' })
  expect(screen.getByRole('textbox', { name: '0' })).toBe(first)
  expect(document.activeElement).toBe(first)
})

it('what was read stays when a later reading fails', async () => {
  answers = [() => Promise.resolve(rows('甲'))]
  show(List)
  const first = await screen.findByRole('textbox', { name: '0' })
  await client.invalidateQueries({ queryKey: listKey })
  await screen.findByText('error')
  expect(screen.getByRole('textbox', { name: '0' })).toBe(first)
})

it('follows its options, and reads nothing after it has left the page', async () => {
  const [name, setName] = createSignal('甲')
  let calls = 0
  const { unmount } = show(() => {
    const query = useQuery(() => {
      const title = name()
      return { queryKey: ['one', title], queryFn: () => Promise.resolve(`${title}${String((calls += 1))}`) }
    })
    return <p>{query.data ?? '在读'}</p>
  })
  await screen.findByText('甲1')
  setName('乙')
  expect(screen.getByText('在读')).toBeTruthy()
  await screen.findByText('乙2')
  unmount()
  await client.invalidateQueries()
  await waitFor(() => expect(client.isFetching()).toBe(0))
  expect(calls).toBe(2)
})
