import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createStore } from 'solid-js/store'
import { afterEach, expect, it, vi } from 'vitest'
import { TestI18n } from '../testing/test-i18n.tsx'
import type { Column } from './data-table.tsx'
import { DataTable } from './data-table.tsx'
import { refusal } from '../testing/refusal.ts'

afterEach(cleanup)

interface Row {
  id: string
  name: string
  words: number
}

const columns: Column<Row>[] = [
  { key: 'name', header: '标题', isPrimary: true, cell: (row) => row.name },
  { key: 'words', header: '字数', align: 'right', cell: (row) => row.words },
]

interface State {
  status: 'pending' | 'error' | 'success'
  data: { pages: { items: Row[] }[] } | undefined
  error: unknown
  isFetching: boolean
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
}

function show(state: Partial<State>) {
  const fetchNextPage = vi.fn()
  const refetch = vi.fn()
  const [query, setQuery] = createStore<State>({
    status: 'success',
    data: { pages: [] },
    error: null,
    isFetching: false,
    hasNextPage: false,
    isFetchingNextPage: false,
    isFetchNextPageError: false,
    ...state,
  })
  const actions = { fetchNextPage, refetch }
  const whole = new Proxy(query, {
    get: (target, name) => Reflect.get(actions, name) ?? Reflect.get(target, name),
  }) as State & typeof actions
  render(() => (
    <TestI18n>
      <DataTable caption="作品" columns={columns} query={whole} empty={<p>还没有作品</p>} />
    </TestI18n>
  ))
  return { fetchNextPage, refetch, setQuery }
}

const rows = (from: number, count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: `r${from + index}`, name: `第 ${from + index} 篇`, words: 1_000 }))

it('says that it is loading', () => {
  show({ status: 'pending', data: undefined })
  expect(screen.getByRole('status').textContent).toBe('正在加载')
  expect(screen.queryByRole('table')).toBeNull()
})

it('shows the next step instead of an empty table', () => {
  show({ data: { pages: [{ items: [] }] } })
  expect(screen.getByText('还没有作品')).toBeTruthy()
  expect(screen.queryByRole('table')).toBeNull()
})

it('shows rows of all pages and the count', () => {
  show({ data: { pages: [{ items: rows(1, 2) }, { items: rows(3, 1) }] } })
  expect(screen.getByRole('table', { name: '作品' })).toBeTruthy()
  expect(screen.getAllByRole('columnheader').map((header) => header.textContent)).toEqual(['标题', '字数'])
  expect(screen.getAllByRole('row')).toHaveLength(4)
  expect(screen.getByText('共 3 条，已全部显示')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

it('asks for the next page by its button, which cannot be pressed twice', () => {
  const { fetchNextPage, setQuery } = show({ data: { pages: [{ items: rows(1, 2) }] }, hasNextPage: true })
  fireEvent.click(screen.getByRole('button', { name: '加载更多' }))
  expect(fetchNextPage).toHaveBeenCalledTimes(1)
  setQuery({ isFetchingNextPage: true })
  expect(screen.getByRole('button', { name: '加载更多' })).toHaveProperty('disabled', true)
})

it('keeps rows in the page when more arrive', () => {
  const { setQuery } = show({ data: { pages: [{ items: rows(1, 2) }] }, hasNextPage: true })
  const first = screen.getAllByRole('row')[1]
  setQuery('data', 'pages', 1, { items: rows(3, 2) })
  expect(screen.getAllByRole('row')).toHaveLength(5)
  expect(screen.getAllByRole('row')[1]).toBe(first)
})

it('offers to try again when nothing could be loaded', () => {
  const { refetch } = show({ status: 'error', data: undefined, error: new TypeError('fetch failed') })
  expect(screen.getByRole('alert').textContent).toContain('连不上服务器')
  fireEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(refetch).toHaveBeenCalledTimes(1)
})

it('keeps what is there when only the next page failed', () => {
  const error = refusal('RATE_LIMITED')
  const { fetchNextPage } = show({
    status: 'error',
    data: { pages: [{ items: rows(1, 2) }] },
    error,
    hasNextPage: true,
    isFetchNextPageError: true,
  })
  expect(screen.getAllByRole('row')).toHaveLength(3)
  expect(screen.getByRole('alert').textContent).toContain('操作太频繁')
  fireEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(fetchNextPage).toHaveBeenCalledTimes(1)
})
