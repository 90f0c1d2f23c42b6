import { randomInt } from 'node:crypto'
import { idNumberOf } from '@mozhou/contracts/testing/id-number'
import type { Page } from '@playwright/test'
import { appApi } from './browser/app-api.ts'
import { bindWechat } from './browser/bind-wechat.ts'
import { browserStack, demoAccount } from './browser/env.ts'
import { expect, test } from './browser/test.ts'
import type { Creator } from './browser/test.ts'
import { openDatabase } from './support/database.ts'
import type { Database } from './support/database.ts'
import { giveCash, openWithdrawals } from './support/give-cash.ts'
import { bareId } from './support/ids.ts'

let database: Database
test.beforeAll(async () => {
  database = openDatabase(browserStack.databaseUrl)
  await openWithdrawals(database)
})
test.afterAll(() => database.close())

const cashOf = async ({ api }: Creator) => (await api.query<{ cashFen: number }>('credits.balance')).cashFen

/** The law wants a name and a number: they are asked for before the amount. */
async function fillPayee(page: Page, creator: Creator): Promise<void> {
  await giveCash(database, bareId('user', creator.user.id), 60_000)
  await page.goto('/withdrawals')
  await page.getByRole('button', { name: '填写收款信息' }).click()
  const dialog = page.getByRole('dialog', { name: '收款信息' })
  await bindWechat(page, dialog)
  await dialog.getByRole('textbox', { name: '真实姓名' }).fill('沈小曼')
  await dialog.getByRole('textbox', { name: '身份证号' }).fill('110105194912310021')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog.getByRole('textbox', { name: '身份证号' })).toHaveAccessibleDescription(/按身份证核对/)
  await dialog.getByRole('textbox', { name: '身份证号' }).fill(idNumberOf(randomInt(20_000_000)).toLowerCase())
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('*小曼').first()).toBeVisible()
}

async function request(page: Page, yuan: string, label: string): Promise<void> {
  await page.getByRole('textbox', { name: '提现金额（元）' }).fill(yuan)
  await page.getByRole('button', { name: `提现 ${label}` }).click()
}

test(
  'cash is asked for, taken on the phone in WeChat, and has arrived',
  { tag: '@phone' },
  async ({ page, creator, context }) => {
    await fillPayee(page, creator)
    await request(page, '88', '¥88.00')
    const link = page.getByRole('link', { name: '用沙盒里的手机收款' })
    await expect(link).toBeVisible()
    expect(await cashOf(creator)).toBe(51_200)
    const phone = await context.newPage()
    await phone.goto((await link.getAttribute('href')) ?? '')
    await phone.getByRole('button', { name: '确认收款' }).click()
    await expect(phone.getByText('已收款')).toBeVisible()
    await phone.close()
    await expect(page.getByText('已到账', { exact: true })).toBeVisible()
    await expect(link).toBeHidden()
  },
)

test('a large one waits for finance, who let it go with a reason; refused on the phone, it is in the balance again', async ({
  page,
  creator,
  context,
  browser,
}) => {
  await fillPayee(page, creator)
  await request(page, '600', '¥600.00')
  await expect(page.getByText('财务正在审核', { exact: false })).toBeVisible()

  const finance = await browser.newContext({ baseURL: browserStack.adminUrl })
  const desk = await finance.newPage()
  const { username, password } = demoAccount('finance')
  await appApi(desk.request, 'admin').mutate('auth.login', { login: username, password })
  await desk.goto('/withdrawals?queue=waiting')
  const row = desk
    .getByRole('table')
    .getByRole('row')
    .filter({ hasText: `@${creator.user.username}` })
  await expect(row).toContainText('金额较大')
  await row.getByRole('button', { name: '查看' }).click()
  const drawer = desk.getByRole('dialog', { name: '提现 ¥600.00' })
  await drawer.getByRole('button', { name: '同意' }).click()
  const decision = desk.getByRole('dialog', { name: '同意' }).or(desk.getByRole('alertdialog', { name: '同意' }))
  await decision.getByRole('textbox', { name: '说明' }).fill('已核对身份')
  await decision.getByRole('button', { name: '同意' }).click()
  await expect(desk.getByText('已同意，正在付款')).toBeVisible()
  await finance.close()

  const link = page.getByRole('link', { name: '用沙盒里的手机收款' })
  await expect(link).toBeVisible()
  const phone = await context.newPage()
  await phone.goto((await link.getAttribute('href')) ?? '')
  await phone.getByRole('button', { name: '拒绝' }).click()
  await phone.close()
  await expect(page.getByRole('button', { name: '重新收款' })).toBeVisible()
  expect(await cashOf(creator)).toBe(60_000)
})

test('cash becomes credits, at ten fen each', async ({ page, creator }) => {
  await giveCash(database, bareId('user', creator.user.id), 1_234)
  await page.goto('/withdrawals')
  await page.getByRole('button', { name: '换成积分' }).click()
  const dialog = page.getByRole('dialog', { name: '现金换积分' })
  await dialog.getByRole('textbox', { name: '换多少（元）' }).fill('12.3')
  await dialog.getByRole('button', { name: '换 123 积分' }).click()
  await expect(page.getByText('已换成 123 积分')).toBeVisible()
  expect(await creator.api.query('credits.balance')).toMatchObject({ cashFen: 4, credits: 173 })
})
