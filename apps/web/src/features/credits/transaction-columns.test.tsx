import type { LedgerRowDto, PaidWorkDto } from '@mozhou/contracts/generations/ledger-answers'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { cleanup, fireEvent, screen, within } from '@solidjs/testing-library'
import { afterEach, expect, it, vi } from 'vitest'
import { showInApp } from '../../testing/show-in-app.tsx'
import { useTransactionColumns } from './transaction-columns.tsx'

afterEach(cleanup)

const creationId = 'cre_018f00000000700080000000000000aa'

const entry = (kind: LedgerRowDto['kind'], work: Partial<PaidWorkDto> | null): LedgerRowDto => ({
  id: 'ent_018f00000000700080000000000000bb',
  kind,
  unit: 'credits',
  amount: kind === 'consume' ? -10 : 10,
  balanceAfter: 40,
  reason: null,
  referenceType: 'generation',
  referenceId: 'gen_018f00000000700080000000000000cc',
  reversesId: null,
  createdAt: '2026-11-01T00:00:00.000Z',
  orderId: null,
  work: work && {
    creationId,
    title: '城市露营',
    state: 'kept',
    runTitle: null,
    generationKind: 'rewrite',
    ...work,
  },
})

async function show(row: LedgerRowDto) {
  const onReceipt = vi.fn<(creationId: string) => void>()
  const query = {
    status: 'success' as const,
    data: { pages: [{ items: [row] }] },
    error: null,
    isFetching: false,
    hasNextPage: false,
    isFetchingNextPage: false,
    isFetchNextPageError: false,
    fetchNextPage: () => {},
    refetch: () => {},
  }
  await showInApp(() => {
    const columns = useTransactionColumns(onReceipt)
    return <DataTable caption="积分明细" columns={columns()} query={query} empty={null} />
  })
  const [, line] = screen.getAllByRole('row')
  if (!line) throw new Error('the table has no line')
  return { line: within(line), onReceipt }
}

it('says what was done to which work, and leads to the work and to its receipt', async () => {
  const { line, onReceipt } = await show(entry('consume', {}))
  expect(line.getByText('消费 · 改写选中文字')).toBeTruthy()
  expect(line.getByRole('link', { name: '城市露营' }).getAttribute('href')).toBe(`/creations/${creationId}`)
  fireEvent.click(line.getByRole('button', { name: '看小票' }))
  expect(onReceipt).toHaveBeenCalledWith(creationId)
})

it('says of pictures that they are pictures', async () => {
  const { line } = await show(
    entry('consume', { generationKind: 'generate', runTitle: { zh: '生成图片', en: 'Pictures' } }),
  )
  expect(line.getByText('消费 · 生成图片')).toBeTruthy()
})

it('says of a refund what it was for', async () => {
  const { line } = await show(entry('refund', { title: '', state: 'trashed', generationKind: 'optimise' }))
  expect(line.getByText('退款 · 优化')).toBeTruthy()
  expect(line.getByRole('link', { name: '（还没有标题）' })).toBeTruthy()
  expect(line.getByText('在回收站')).toBeTruthy()
})

it('keeps the receipt of a work that was deleted for good, and leads nowhere else', async () => {
  const { line, onReceipt } = await show(entry('consume', { title: '', state: 'purged' }))
  expect(line.getByText('作品已彻底删除')).toBeTruthy()
  expect(line.queryByRole('link')).toBeNull()
  fireEvent.click(line.getByRole('button', { name: '看小票' }))
  expect(onReceipt).toHaveBeenCalledWith(creationId)
})

it('has no work and no receipt for what was for none', async () => {
  const { line } = await show(entry('gift_signup', null))
  expect(line.getByText('注册赠送')).toBeTruthy()
  expect(line.queryByRole('link')).toBeNull()
  expect(line.queryByRole('button')).toBeNull()
})
