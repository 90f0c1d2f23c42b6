import type { DeletionPreviewDto } from '@mozhou/contracts/account-deletion/answers'
import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { showInApp } from '../../testing/show-in-app.tsx'
import { Deletion } from './delete-account.page.tsx'

afterEach(cleanup)

const lost: DeletionPreviewDto['lost'] = {
  credits: 0,
  hasPaidCredits: false,
  cashFen: 0,
  works: 0,
  memberUntil: null,
  files: 0,
  fileBytes: 0,
  pendingOrders: 0,
  renewals: 0,
  apiKeys: 0,
}
const show = (changes: Partial<DeletionPreviewDto>) =>
  showInApp(() => <Deletion preview={{ lost, hindrances: [], regretDays: 7, ...changes }} />)

it('says what goes, and asks for the password and the word', async () => {
  const full = {
    ...lost,
    credits: 1_280,
    hasPaidCredits: true,
    works: 3,
    files: 12,
    fileBytes: 34_000_000,
    renewals: 1,
    memberUntil: '2027-01-01T00:00:00Z',
  }
  await show({ lost: full })
  expect(screen.getByText(/1,280 积分/)).toBeTruthy()
  expect(screen.getByText(/12 个文件（34 MB）/)).toBeTruthy()
  expect(screen.getByText(/自动续费会关闭/)).toBeTruthy()
  expect(screen.getByRole('link', { name: '去看订单' })).toBeTruthy()
  expect(screen.getByText(/7 天后开始删除/)).toBeTruthy()
  expect(screen.getByLabelText(/输入“注销”确认/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '注销账号' })).toBeTruthy()
})

it('offers nothing to press while something is in the way', async () => {
  await show({ hindrances: ['refund_open', 'debt'] })
  expect(screen.getByText(/有退款正在处理/)).toBeTruthy()
  expect(screen.getByText(/有欠款/)).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

it('does not promise days that there are not', async () => {
  await show({ regretDays: 0 })
  expect(screen.getByText(/不能撤销/)).toBeTruthy()
  expect(screen.getByText('除了账号本身，没有别的。')).toBeTruthy()
})
