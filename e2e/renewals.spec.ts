import type { MyRenewalsDto } from '@mozhou/contracts/renewals/answers'
import type { Page } from '@playwright/test'
import { expect, test } from './browser/test.ts'

/** What opens beside the shop: the payer's phone. */
async function onPhone(page: Page, link: string, act: (phone: Page) => Promise<void>): Promise<void> {
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: link }).click()
  const phone = await opened
  await act(phone)
  await phone.close()
}

const pay = (page: Page) =>
  onPhone(page, '用沙盒里的手机付款', async (phone) => {
    await phone.getByRole('button', { name: '确认付款' }).click()
    await expect(phone.getByText('付款成功')).toBeVisible()
  })
const sign = (page: Page) =>
  onPhone(page, '用沙盒里的手机签约', async (phone) => {
    await expect(phone.getByText('¥9.90')).toBeVisible()
    await phone.getByRole('button', { name: '同意协议并开通' }).click()
    await expect(phone.getByText('已开通')).toBeVisible()
  })
const orderMonth = async (page: Page) => {
  await page.goto('/membership')
  await page.getByRole('button', { name: /^开通/ }).first().click()
  await expect(page.getByRole('heading', { name: '付款' })).toBeVisible()
}

test('a membership renews itself when its buyer ticks that, signs it, and until they turn it off', async ({
  page,
  creator,
}) => {
  await orderMonth(page)
  const choice = page.getByRole('checkbox', { name: '付款后，同时开通到期自动续费' })
  await expect(choice).not.toBeChecked()
  await expect(page.getByText('每次扣款前五天和前一天')).toBeVisible()
  await choice.check()
  await pay(page)
  await page.getByRole('button', { name: '同意并去支付宝签约' }).click()
  await sign(page)
  await expect(page.getByText('下次扣款')).toBeVisible()
  await page.goto('/membership')
  await expect(page.getByText('¥9.90；').or(page.getByText('¥9.90，涨价不会扣'))).toBeVisible()
  await page.getByRole('button', { name: '关闭自动续费' }).click()
  await expect(page.getByText('自动续费已关闭，不会再扣款')).toBeVisible()
  const mine = await creator.api.query<MyRenewalsDto>('renewals.mine')
  expect(mine).toMatchObject({ current: null, past: [{ status: 'cancelled' }] })
  await page.goto('/messages')
  await expect(page.getByText('自动续费已开通')).toBeVisible()
  await expect(page.getByText('自动续费已关闭，不会再扣款')).toBeVisible()
})

test('nobody is signed up by silence, and a payer may end it in their own app', async ({ page, creator }) => {
  await orderMonth(page)
  await pay(page)
  await expect(page.getByRole('status').filter({ hasText: '付款成功' })).toBeVisible()
  await expect(page.getByRole('button', { name: '同意并去支付宝签约' })).toHaveCount(0)
  expect((await creator.api.query<MyRenewalsDto>('renewals.mine')).current).toBeNull()
  await page.goto('/membership')
  const go = page.getByRole('button', { name: '同意并去支付宝签约' })
  await expect(go).toBeDisabled()
  await page.getByRole('checkbox', { name: '我看过并同意以下约定，到期自动续费' }).check()
  await go.click()
  await expect(page.getByText('还差一步')).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: '继续签约' }).click()
  await onPhone(page, '用沙盒里的手机签约', async (phone) => {
    await phone.getByRole('button', { name: '同意协议并开通' }).click()
    await expect(phone.getByText('已开通')).toBeVisible()
    await phone.getByRole('button', { name: '关闭自动扣款' }).click()
    await expect(phone.getByText('已关闭')).toBeVisible()
  })
  await expect.poll(async () => (await creator.api.query<MyRenewalsDto>('renewals.mine')).current).toBeNull()
  await page.reload()
  await page.getByText('记录', { exact: true }).click()
  await expect(page.getByText('在支付渠道解约')).toBeVisible()
})
