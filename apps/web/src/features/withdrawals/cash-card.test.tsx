import type { CashAccountDto } from '@mozhou/contracts/withdrawals/answers'
import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { showInApp } from '../../testing/show-in-app.tsx'
import { CashCard } from './cash-card.tsx'

afterEach(cleanup)

const account: CashAccountDto = {
  isOn: true,
  cashFen: 1_000,
  leastFen: 100,
  leftFen: 200_000,
  isInDebt: false,
  channels: ['wechat'],
  payee: null,
  open: null,
}

it('says what may be withdrawn today, but not while there is a debt', async () => {
  await showInApp(() => <CashCard account={account} />)
  expect(screen.getByText('¥2,000.00')).toBeTruthy()
  cleanup()
  await showInApp(() => <CashCard account={{ ...account, cashFen: -1, isInDebt: true }} />)
  expect(screen.queryByText('¥2,000.00')).toBeNull()
})
