import type { Page } from '@playwright/test'
import { expect } from './test.ts'

/** Pays on the phone that the sandbox plays, which opens beside the shop. */
export async function payOnPhone(page: Page): Promise<void> {
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: '用沙盒里的手机付款' }).click()
  const phone = await opened
  await phone.getByRole('button', { name: '确认付款' }).click()
  await expect(phone.getByText('付款成功')).toBeVisible()
  await phone.close()
}
