import type { BalanceDto } from '@mozhou/contracts/credits/answers'
import { expectAccessible } from './browser/accessibility.ts'
import { expect, test } from './browser/test.ts'

test('a payment rings at once, and is read where it leads', async ({ page, creator }) => {
  await page.goto('/')
  await expect(page.getByRole('link', { name: '消息，没有未读' })).toBeVisible()
  // Beside the page that is open, as on another device.
  const shop = await page.context().newPage()
  await shop.goto('/recharge')
  await shop.getByRole('button', { name: /^充值 ¥/ }).click()
  const opened = shop.waitForEvent('popup')
  await shop.getByRole('link', { name: '用沙盒里的手机付款' }).click()
  const phone = await opened
  await phone.getByRole('button', { name: '确认付款' }).click()
  await expect(phone.getByText('付款成功')).toBeVisible()
  await phone.close()
  await shop.close()
  await page.bringToFront()
  await page.getByRole('link', { name: '消息，1 条未读' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '消息' })).toBeVisible()
  await page.getByRole('link', { name: /^已付款 .* 元，.* 积分已到账$/ }).click()
  await expect(page).toHaveURL(/\/orders\/ord_/)
  await expect(page.getByRole('link', { name: '消息，没有未读' })).toBeVisible()
  expect((await creator.api.query<BalanceDto>('credits.balance')).credits).toBeGreaterThan(50)
})

test('what may be switched stays as it was switched', { tag: '@phone' }, async ({ page, creator }) => {
  const passwords = { currentPassword: creator.password, newPassword: 'another horse 墨舟' }
  await creator.api.mutate('auth.changePassword', passwords)
  await expectAccessible(page, [
    {
      name: 'messages',
      open: async () => {
        await page.goto('/messages')
        await expect(page.getByRole('link', { name: '密码已修改' })).toBeVisible()
        await expect(page.getByRole('link', { name: '消息，1 条未读' })).toBeVisible()
      },
    },
  ])
  await page.goto('/settings')
  const ended = page.getByRole('checkbox', { name: '会员到期：站内' })
  await expect(ended).toBeChecked()
  await page.getByText('会员到期：站内').locator('xpath=ancestor::label').click()
  await expect(ended).not.toBeChecked()
  await page.reload()
  await expect(ended).not.toBeChecked()
})
