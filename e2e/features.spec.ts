import type { WritingGoalDto } from '@mozhou/contracts/goals/answers'
import type { Page } from '@playwright/test'
import { appApi } from './browser/app-api.ts'
import { browserStack, demoAccount } from './browser/env.ts'
import { expect, signIn, signUp, test } from './browser/test.ts'

async function open(desk: Page, to: string): Promise<void> {
  await desk.goto('/features')
  await desk.getByRole('button', { name: '修改 每日写作目标' }).click()
  const dialog = desk.getByRole('dialog', { name: '修改“每日写作目标”' })
  await dialog.getByText(to, { exact: true }).click()
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
}

test('a feature is open to members first, and then to everybody', async ({ browser }) => {
  const office = await browser.newContext({ baseURL: browserStack.adminUrl })
  const desk = await office.newPage()
  const operator = demoAccount('operator')
  await appApi(desk.request, 'admin').mutate('auth.login', { login: operator.username, password: operator.password })
  await open(desk, '会员抢先')
  const row = desk.getByRole('table').getByRole('row').filter({ hasText: '每日写作目标' })
  await expect(row).toContainText('会员抢先')
  await expect(row).toContainText(`@${operator.username}`)

  const visitor = await browser.newContext({ baseURL: browserStack.webUrl })
  const page = await visitor.newPage()
  const creator = await signUp(page.request)
  await page.goto('/')
  await expect(page.getByText(/起会员抢先用$/)).toBeVisible()
  await expect(page.getByRole('link', { name: '看看会员' })).toBeVisible()
  await expect(creator.api.mutate('goals.set', { words: 1_000 })).rejects.toThrow(/FEATURE_FOR_MEMBERS/)

  const membership = await browser.newContext({ baseURL: browserStack.webUrl })
  const members = await membership.newPage()
  const api = await signIn(members, demoAccount('member'))
  await members.goto('/')
  await members.getByRole('radiogroup', { name: '每天写多少字' }).getByText('1,000', { exact: true }).click()
  await expect(members.getByRole('meter', { name: '今日写作目标' })).toHaveAttribute(
    'aria-valuetext',
    /^今天 [\d,]+ \/ 1,000 字$/,
  )
  expect((await api.query<WritingGoalDto>('goals.mine')).goal).toMatchObject({ words: 1_000 })

  await open(desk, '所有人')
  await page.reload()
  await expect(page.getByText('今天写了 0 字')).toBeVisible()
  await expect(page.getByText('会员抢先用')).toBeHidden()
  await open(desk, '关闭')
  await page.reload()
  await expect(page.getByText('今天写了 0 字')).toBeHidden()
  for (const context of [office, visitor, membership]) await context.close()
})
