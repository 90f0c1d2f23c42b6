import type { CreationDto } from '@mozhou/contracts/creations/answers'
import type { BalanceDto } from '@mozhou/contracts/credits/answers'
import { demoAccount } from './browser/env.ts'
import { expectSettled, fillForm, generateButton, openCreationId, openStudio } from './browser/studio.ts'
import { expect, signIn, test } from './browser/test.ts'

test('a member writes for nothing, with a members-only model, and every price says so', async ({ page }) => {
  const api = await signIn(page, demoAccount('member'))
  const before = await api.query<BalanceDto>('credits.balance')
  await page.goto('/')
  await expect(page.getByText('会员生成不扣积分')).toBeVisible()
  await openStudio(page)
  await fillForm(page, { model: 'GPT-4' })
  await expect(generateButton(page)).toHaveText('开始生成 · 会员免费')
  await generateButton(page).click()
  await expectSettled(page)
  await expect(page.getByRole('button', { name: '重新生成 · 会员免费' })).toBeVisible()
  await page.getByRole('button', { name: '小票' }).click()
  const receipt = page.getByRole('dialog', { name: '小票' })
  await expect(receipt).toContainText('会员免费')
  await expect(receipt).toContainText('没有积分变动')
  await expect(receipt.getByRole('listitem').filter({ hasText: 'tokens' })).toContainText('GPT-4')
  expect(await api.query<BalanceDto>('credits.balance')).toEqual(before)
  const { generation } = await api.query<CreationDto>('creations.get', { creationId: openCreationId(page) })
  expect(generation).toMatchObject({ coveredBy: 'membership', priceCredits: 0 })
})

test('a members-only model is shown to others, and cannot be chosen', async ({ page, creator }) => {
  await openStudio(page)
  await page.getByRole('combobox', { name: '写作模型' }).click()
  const option = page.getByRole('option', { name: /GPT-4/ })
  await expect(option).toContainText('会员')
  await expect(option).toBeDisabled()
  expect(creator.user.membership.isMember).toBe(false)
})
