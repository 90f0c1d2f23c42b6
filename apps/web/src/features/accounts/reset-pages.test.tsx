import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { systemInfo } from '../../session/queries.ts'
import { quietClient, showInApp } from '../../testing/show-in-app.tsx'
import { ForgottenPassword } from './forgot-password.page.tsx'
import { NewPassword } from './reset-password.page.tsx'

afterEach(cleanup)
beforeEach(() => {
  window.location.hash = ''
})

const info = (verifiesEmail: boolean) => quietClient([[systemInfo().queryKey, { verifiesEmail }]])

it('asks for the name where mail is configured', async () => {
  await showInApp(() => <ForgottenPassword />, info(true))
  expect(screen.getByRole('textbox', { name: '用户名或邮箱' })).toBeTruthy()
  expect(screen.getByRole('link', { name: '回到登录' })).toBeTruthy()
})

it('says how to get help where it is not', async () => {
  await showInApp(() => <ForgottenPassword />, info(false))
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.getByText(/请联系客服/)).toBeTruthy()
})

it('takes a password for a whole link alone', async () => {
  window.location.hash = 'half'
  await showInApp(() => <NewPassword />)
  expect(screen.getByRole('alert').textContent).toContain('链接不完整')
  expect(screen.getByRole('link', { name: '重新申请链接' })).toBeTruthy()
  cleanup()
  window.location.hash = 'A'.repeat(43)
  await showInApp(() => <NewPassword />)
  expect(screen.getByLabelText('新密码')).toBeTruthy()
})
