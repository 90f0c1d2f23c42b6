import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { systemInfo } from '../../session/queries.ts'
import { quietClient, showInApp } from '../../testing/show-in-app.tsx'
import { useGiftHint } from './use-gift-hint.ts'

afterEach(cleanup)

function Hint() {
  const hint = useGiftHint()
  return <p>{hint()}</p>
}

const show = (signupGiftCredits: number, signupGiftDays: number | null) =>
  showInApp(() => <Hint />, quietClient([[systemInfo().queryKey, { signupGiftCredits, signupGiftDays }]]))

it('says how long the gift lives where it lapses', async () => {
  await show(50, 30)
  expect(screen.getByText(/50 积分.*30 天内有效/)).toBeTruthy()
})

it('names no end where there is none, and no gift where none is given', async () => {
  await show(50, null)
  expect(screen.getByText(/50 积分/).textContent).not.toContain('有效')
  cleanup()
  await show(0, 30)
  expect(screen.queryByText(/积分/)).toBeNull()
})
