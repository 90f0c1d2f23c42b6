import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import type { CreationDto } from '@mozhou/contracts/creations/answers'
import type { ModelOptionDto } from '@mozhou/contracts/models/answers'
import type { APIRequestContext, Page } from '@playwright/test'
import { expectAccessible } from './browser/accessibility.ts'
import { appApi } from './browser/app-api.ts'
import type { BrowserAccount } from './browser/env.ts'
import { browserStack, demoAccount } from './browser/env.ts'
import { expect, signUp, test } from './browser/test.ts'

test.use({ baseURL: browserStack.adminUrl })

async function enterAs(page: Page, account: BrowserAccount['account']): Promise<void> {
  const { username, password } = demoAccount(account)
  await appApi(page.request, 'admin').mutate('auth.login', { login: username, password })
}

/** The first model that is asked has no money left at its vendor, and another one writes. */
async function writeAfterBilling(request: APIRequestContext) {
  const { user, api } = await signUp(request)
  const models = await api.query<ModelOptionDto[]>('models.list', {})
  const modelId = models.find(({ alias }) => alias === 'qwen-plus')?.id
  const started = await api.mutate<GenerationStartedDto>('writing.generate', {
    tool: 'wechat-article',
    input: { topic: '山里的泉水', length: 300, requirements: '[[sandbox:billing@qwen]]' },
    modelId,
    requestKey: crypto.randomUUID(),
  })
  const { creationId } = started
  await expect
    .poll(async () => (await api.query<CreationDto>('creations.get', { creationId })).status)
    .toBe('succeeded')
  return { user, ...started }
}

test(
  'a run is found by any of its ids, says what the vendor answered, and is marked as handled',
  {
    tag: '@phone',
  },
  async ({ page, context }) => {
    const { user, creationId, generationId } = await writeAfterBilling(context.request)
    await enterAs(page, 'admin')
    await page.goto('/')
    await page.getByRole('button', { name: '按编号查找' }).click()
    const find = page.getByRole('dialog', { name: '按编号查找' })
    await find.getByRole('textbox', { name: '编号' }).fill('没有这个编号')
    await find.getByRole('button', { name: '打开' }).click()
    await expect(find).toContainText('没有找到')
    await find.getByRole('textbox', { name: '编号' }).fill(creationId)
    await find.getByRole('button', { name: '打开' }).click()
    await expect(page).toHaveURL(new RegExp(`/generations/${generationId}$`))
    const main = page.getByRole('main')
    await expect(main).toContainText('模型额度用完')
    await expect(main.getByText(/HTTP 4\d\d · 代码/)).toBeVisible()
    await expect(main.getByText('实际扣除').locator('..')).toContainText('10 积分')
    await expect(main).not.toContainText('泉水的')
    await page.getByRole('button', { name: '标记已处理' }).click()
    const dialog = page.getByRole('dialog', { name: '标记为已处理' })
    await dialog.getByRole('button', { name: '标记已处理' }).click()
    await expect(dialog.getByRole('alert')).toContainText('说明')
    await dialog.getByRole('textbox', { name: '说明' }).fill('已给供应商账户充值')
    await dialog.getByRole('button', { name: '标记已处理' }).click()
    await expect(main).toContainText('已给供应商账户充值')
    await expectAccessible(page, [{ name: 'a run', open: () => page.goto(`/generations/${generationId}`) }])
    await main.getByRole('link', { name: `@${user.username}` }).click()
    await expect(page.getByRole('heading', { level: 1, name: user.displayName })).toBeVisible()
  },
)

test('a run that needs somebody is handled in its row, and stands under what was handled then', async ({
  page,
  context,
}) => {
  const { generationId } = await writeAfterBilling(context.request)
  await enterAs(page, 'operator')
  await page.goto('/workflows?view=attention')
  const row = page.getByRole('table').getByRole('row').filter({ hasText: generationId })
  await expect(row).toBeVisible()
  await row.getByRole('button', { name: /^处理/ }).click()
  const dialog = page.getByRole('dialog', { name: '标记为已处理' })
  await dialog.getByRole('textbox', { name: '说明' }).fill('已换模型')
  await dialog.getByRole('button', { name: '标记已处理' }).click()
  await expect(row).toHaveCount(0)
  await page.getByText('已处理', { exact: true }).click()
  await expect(page).toHaveURL(/view=handled$/)
  await expect(row).toContainText('已换模型')
  await row.getByRole('link', { name: generationId }).click()
  await expect(page.getByRole('main')).toContainText('已换模型')
  // Entries of a ledger are for finance.
  await expect(page.getByRole('main')).not.toContainText('账本流水')
})
