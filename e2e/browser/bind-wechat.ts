import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** In the dialog of whom cash goes to: the code is shown, and scanned with a phone. */
export async function bindWechat(page: Page, dialog: Locator): Promise<void> {
  await dialog.getByText('微信', { exact: true }).click()
  await dialog.getByRole('button', { name: '绑定微信' }).click()
  await expect(dialog.getByRole('img', { name: '绑定微信的二维码' })).toBeVisible()
  await scanOnPhone(page, (await dialog.getByRole('link', { name: '用沙盒里的手机扫码' }).getAttribute('href')) ?? '')
  await expect(dialog.getByText('已绑定', { exact: true })).toBeVisible()
}

/** In WeChat, where nobody is signed in here: a person of their own, since one account on two people is reviewed. */
async function scanOnPhone(page: Page, url: string): Promise<void> {
  const phone = await page.context().newPage()
  await phone.goto(url)
  await phone.getByRole('textbox', { name: '微信号' }).fill(`wx${crypto.randomUUID().slice(0, 8)}`)
  await phone.getByRole('button', { name: '用这个微信打开' }).click()
  await phone.getByRole('link', { name: '继续前往' }).click()
  await expect(phone.getByRole('heading', { name: '已绑定微信' })).toBeVisible()
  await phone.close()
}
