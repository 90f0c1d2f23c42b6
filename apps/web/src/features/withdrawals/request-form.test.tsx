import type { CashAccountDto } from '@mozhou/contracts/withdrawals/answers'
import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, it } from 'vitest'
import { showInApp } from '../../testing/show-in-app.tsx'
import { RequestForm } from './request-form.tsx'

afterEach(cleanup)

const account: CashAccountDto = {
  isOn: true,
  cashFen: 26_999,
  leastFen: 100,
  leftFen: 200_000,
  isInDebt: false,
  channels: ['wechat'],
  payee: null,
  open: null,
}

it('asks for all that there is, also once some was exchanged, until somebody types', async () => {
  const [shown, setShown] = createSignal(account)
  await showInApp(() => <RequestForm account={shown()} />)
  const box = screen.getByRole<HTMLInputElement>('textbox')
  expect(box.value).toBe('269.99')
  setShown({ ...account, cashFen: 26_899 })
  expect(box.value).toBe('268.99')
  expect(box.getAttribute('aria-invalid')).not.toBe('true')
  fireEvent.input(box, { target: { value: '20' } })
  setShown({ ...account, cashFen: 26_799 })
  expect(box.value).toBe('20')
})
