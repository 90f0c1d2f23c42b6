import type { LedgerRowDto } from '@mozhou/contracts/generations/ledger-answers'
import { cleanup, screen, within } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { quietClient, showInApp } from '../../testing/show-in-app.tsx'
import { CashEntries } from './cash-entries.tsx'
import { myCashEntries } from './queries.ts'

afterEach(cleanup)

let balance = 0
const entry = (kind: LedgerRowDto['kind'], amount: number): LedgerRowDto => {
  balance += amount
  return {
    id: `ent_018f0000000070008000000000${String(balance).padStart(6, '0')}`,
    kind,
    unit: 'cash',
    amount,
    balanceAfter: balance,
    reason: null,
    referenceType: 'rebate',
    referenceId: 'x',
    reversesId: null,
    createdAt: '2026-12-01T00:00:00.000Z',
    orderId: null,
    work: null,
  }
}

const show = (items: LedgerRowDto[], nextCursor: string | null) => {
  const pages = { pages: [{ items, nextCursor }], pageParams: [null] }
  return showInApp(() => <CashEntries under={null} />, quietClient([[myCashEntries(null).queryKey, pages]]))
}

it('lists what came and went of the cash in yuan, and offers the next page', async () => {
  const made = [
    entry('rebate', 12_000),
    entry('withdrawal_hold', -8_800),
    entry('cash_exchanged', -1_000),
    entry('clawback_rebate', -500),
  ]
  await show(made.toReversed(), 'more')
  const lines = screen.getAllByRole('row').slice(1)
  const told = lines.map((line) =>
    within(line)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent.replace(/^[^−+¥]*/u, '')),
  )
  expect(told.map(([, amount, after]) => [amount, after])).toEqual([
    ['−¥5.00', '¥17.00'],
    ['−¥10.00', '¥22.00'],
    ['−¥88.00', '¥32.00'],
    ['+¥120.00', '¥120.00'],
  ])
  expect(lines.map((line) => /收回返利|现金换积分|提现冻结|返利/.exec(line.textContent)?.[0])).toEqual([
    '收回返利',
    '现金换积分',
    '提现冻结',
    '返利',
  ])
  expect(screen.getByRole('button', { name: /更多/ })).toBeTruthy()
})

it('says what would stand there where nothing does', async () => {
  await show([], null)
  expect(screen.getByText('还没有现金进出')).toBeTruthy()
})
