import type { GenerationStartedDto, ReceiptDto } from '@mozhou/contracts/generations/answers'
import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import type { Locator, Page } from '@playwright/test'
import { appApi } from './browser/app-api.ts'
import type { BrowserAccount } from './browser/env.ts'
import { browserStack, demoAccount, patience } from './browser/env.ts'
import { creditsPill } from './browser/studio.ts'
import { expect, newAccount, signUp, test } from './browser/test.ts'

// A tab in the background draws once a second: whoever is looked at is brought to the front.
test.use({ baseURL: browserStack.adminUrl })

const navigation = (page: Page) => page.getByRole('navigation', { name: '导航' })
const rowOf = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('table').getByRole('row').filter({ hasText: text })

async function enterAs(page: Page, account: BrowserAccount['account']): Promise<void> {
  const { username, password } = demoAccount(account)
  await appApi(page.request, 'admin').mutate('auth.login', { login: username, password })
}

test('signing in: a creator is turned away, finance sees its own rooms only', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/login$/)
  const logIn = async ({ username, password }: BrowserAccount) => {
    await page.getByRole('textbox', { name: '用户名或邮箱' }).fill(username)
    await page.getByRole('textbox', { name: '密码' }).fill(password)
    await page.getByRole('button', { name: '登录' }).click()
  }
  await logIn(demoAccount('creator'))
  await expect(page.getByRole('alert')).toContainText('没有权限')
  await expect(page).toHaveURL(/\/login$/)
  await logIn(demoAccount('finance'))
  await expect(page.getByRole('heading', { level: 1, name: '总览' })).toBeVisible()
  const drawer = page.getByRole('button', { name: '打开导航' })
  if (await drawer.isVisible()) await drawer.click()
  await expect(navigation(page).getByRole('link')).toHaveText([
    '总览',
    '资金核对',
    '用户',
    '客服',
    '订单',
    '对账',
    '套餐',
    '自动续费',
    '优惠券',
    '支付渠道',
    '活动',
    '退款',
    '提现',
    '推广统计',
    '返利',
    '返利规则',
    '模型用量',
    '积分退回',
    '运行中的流程',
    '操作记录',
  ])
  await page.goto('/models')
  await expect(page.getByRole('heading', { level: 1, name: '总览' })).toBeVisible()
  await page.goto('/users')
  await page.getByRole('searchbox', { name: '搜索用户名或邮箱' }).fill('xiaoman')
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2)
  await rowOf(page, '@xiaoman').getByRole('button', { name: '对 小满 的操作' }).click()
  await expect(page.getByRole('menuitem')).toHaveText(['调整积分'])
})

test('the money rules all hold, and can be checked again', async ({ page }) => {
  await enterAs(page, 'admin')
  await page.goto('/money-checks')
  const verdict = page.getByRole('status').filter({ hasText: '全部通过' })
  await expect(verdict).toContainText('13 条规则全部成立')
  const checks = page.getByRole('main').getByRole('listitem')
  await expect(checks).toHaveCount(13)
  for (const check of await checks.all()) await expect(check).toContainText('通过')
  await expect(page.getByText('不通过', { exact: true })).toHaveCount(0)
  const again = page.waitForResponse((response) => response.url().includes('credits.audit'))
  await page.getByRole('button', { name: '重新核对' }).click()
  expect((await again).ok()).toBe(true)
  await expect(verdict).toBeVisible()
})

test.describe('the catalogue', () => {
  // One after the other: the default is everybody's.
  test.describe.configure({ mode: 'default' })

  test('a model that is switched off is no longer offered', async ({ page, context }) => {
    await enterAs(page, 'admin')
    await signUp(context.request)
    const creators = await context.newPage()
    await page.bringToFront()
    await page.goto('/models')
    const row = rowOf(page, /^GLM-3-turbo/)
    await expect(row).toContainText('智谱')
    const offered = async () => {
      await creators.bringToFront()
      await creators.goto(`${browserStack.webUrl}/writing/wechat-article`)
      await creators.getByRole('combobox', { name: '写作模型' }).click()
      await expect(creators.getByRole('option', { name: /qwen-plus/ }).first()).toBeVisible()
      return creators.getByRole('option', { name: /GLM-3-turbo/ }).count()
    }
    expect(await offered()).toBe(1)
    try {
      await row.getByRole('checkbox', { name: '启用 GLM-3-turbo' }).press('Space')
      await expect.poll(() => enabled(page, 'GLM-3-turbo')).toBe(false)
      expect(await offered()).toBe(0)
    } finally {
      const model = await modelNamed(page, 'GLM-3-turbo')
      await appApi(page.request, 'admin').mutate('models.update', { modelId: model.id, changes: { isEnabled: true } })
    }
    expect(await offered()).toBe(1)
  })

  test('a model is tried, made the default, and its key never shown', async ({ page, context }) => {
    await enterAs(page, 'admin')
    const before = (await catalogue(page)).find((model) => model.isDefault && model.capability === 'text')
    await page.goto('/models')
    const row = rowOf(page, /^GLM-4/)
    await expect(row).toContainText('…cret')
    await expect(page.getByRole('main')).not.toContainText('sandbox-secret')
    await row.getByRole('button', { name: '编辑' }).click()
    const drawer = page.getByRole('dialog', { name: '编辑 GLM-4' })
    await drawer.getByRole('button', { name: '试调用' }).click()
    await expect(drawer.getByRole('status').filter({ hasText: '调用成功' })).toContainText('用时')
    // What stands in the form is tried, and not saved.
    await drawer.getByLabel('API Key').fill('no-such-key')
    await drawer.getByRole('button', { name: '试调用' }).click()
    await expect(drawer.getByRole('alert').filter({ hasText: '模型密钥失效' })).toBeVisible()
    await drawer.getByLabel('API Key').fill('')
    await drawer.getByRole('button', { name: '试调用' }).click()
    await expect(drawer.getByRole('status').filter({ hasText: '调用成功' })).toBeVisible()
    await expect(drawer).toContainText('现用密钥以 cret 结尾')
    await expect(drawer.getByLabel('API Key')).toHaveValue('')
    try {
      await drawer.getByRole('button', { name: '设为默认' }).click()
      await expect(page.getByText('GLM-4 已设为默认')).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(row).toContainText('默认')
      await signUp(context.request)
      const creators = await context.newPage()
      await creators.goto(`${browserStack.webUrl}/writing/wechat-article`)
      await creators.getByRole('combobox', { name: '写作模型' }).click()
      await expect(creators.getByRole('option', { name: '自动选择' })).toContainText('现在默认用 GLM-4')
    } finally {
      await appApi(page.request, 'admin').mutate('models.setDefault', { modelId: before?.id })
    }
  })

  test('an impossible value is named at its field, and nothing is saved', { tag: '@phone' }, async ({ page }) => {
    await enterAs(page, 'admin')
    await page.goto('/models')
    await rowOf(page, /^qwen-max/)
      .getByRole('button', { name: '编辑' })
      .click()
    const drawer = page.getByRole('dialog', { name: '编辑 qwen-max' })
    await drawer.getByRole('textbox', { name: '上下文 tokens' }).fill('12')
    await drawer.getByRole('textbox', { name: '接口地址' }).fill('not an address')
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(drawer.getByRole('textbox', { name: '上下文 tokens' })).toHaveAccessibleDescription(/不能小于 1,000/)
    await expect(drawer.getByRole('textbox', { name: '接口地址' })).toHaveAccessibleDescription(/要填完整网址/)
    expect((await modelNamed(page, 'qwen-max')).limits.contextTokens).toBeGreaterThan(12)
  })
})

const catalogue = (page: Page) => appApi(page.request, 'admin').query<ModelAdminDto[]>('models.catalogue')

async function modelNamed(page: Page, alias: string): Promise<ModelAdminDto> {
  const model = (await catalogue(page)).find((one) => one.alias === alias)
  if (!model) throw new Error(`no model ${alias}`)
  return model
}

const enabled = async (page: Page, alias: string) => (await modelNamed(page, alias)).isEnabled

test('a running article is listed and leads to its workflow in the Temporal UI', async ({ page, context }) => {
  await enterAs(page, 'admin')
  const { api } = await signUp(context.request)
  const { generationId, creationId } = await api.mutate<GenerationStartedDto>('writing.generate', {
    tool: 'wechat-article',
    input: { topic: '慢慢写', length: 300, requirements: '[[sandbox:slow-tokens:400]]' },
    requestKey: crypto.randomUUID(),
  })
  await page.goto('/workflows')
  const { generations } = await api.query<ReceiptDto>('creations.receipt', { creationId })
  expect(generations).toHaveLength(1)
  const rows = page.getByRole('table').getByRole('row').filter({ hasText: '公众号文章 · 生成 · 10 积分' })
  await expect(async () => {
    await page.getByRole('button', { name: '刷新' }).click()
    await expect(rows.first()).toBeVisible({ timeout: 1_000 })
  }).toPass()
  const link = rows.first().getByRole('link', { name: /^creation:/ })
  const workflowId = (await link.innerText()).trim()
  // By its address: the list is read again every few seconds, and a click may fall between two of its rows.
  const temporal = await context.newPage()
  await temporal.goto((await link.getAttribute('href')) ?? '')
  await expect(temporal).toHaveURL(new RegExp(`^${browserStack.temporalUiUrl}.*${encodeURIComponent(workflowId)}`))
  await expect(temporal.getByRole('heading', { name: workflowId })).toBeVisible({ timeout: patience(30_000) })
  await expect(temporal.getByText('文本生成 · qwen-plus（1/3）').first()).toBeVisible({ timeout: patience(30_000) })
  await temporal.getByRole('tab', { name: 'User Metadata' }).click()
  await expect(temporal.frameLocator('iframe').first().getByText('公众号文章 · 生成 · 10 积分')).toBeVisible()
  await api.mutate('writing.stop', { generationId })
})

test('the campaign of the first visit is shown beside the account that came of it', async ({ page, context }) => {
  await enterAs(page, 'admin')
  const account = newAccount()
  const creators = await context.newPage()
  await creators.goto(`${browserStack.webUrl}/?utm_source=zhihu&utm_campaign=${encodeURIComponent('春<b>')}`)
  // The visitor is shown around; whoever opens the next address before that is over would be brought back.
  await expect(creators).toHaveURL(/\/welcome\/$/)
  await creators.goto(`${browserStack.webUrl}/register?utm_source=weibo`)
  await creators.getByRole('textbox', { name: '用户名' }).fill(account.username)
  await creators.getByRole('textbox', { name: '邮箱' }).fill(account.email)
  await creators.getByRole('textbox', { name: '密码' }).fill(account.password)
  await creators.getByRole('checkbox', { name: /我已阅读并同意/ }).check()
  await creators.getByRole('button', { name: '注册并开始创作' }).click()
  await expect(creators.getByRole('heading', { level: 1 })).toContainText(account.username)

  await page.bringToFront()
  await page.goto('/users')
  await page.getByRole('searchbox', { name: '搜索用户名或邮箱' }).fill(account.username)
  await expect(rowOf(page, account.username)).toContainText('推广')
  await expect(rowOf(page, account.username)).toContainText('zhihu / 春<b>')
})

test('credits given with a reason stand in the person’s ledger and in the audit log', async ({ page, context }) => {
  await enterAs(page, 'admin')
  const { user } = await signUp(context.request)
  await page.goto('/users')
  await page.getByRole('searchbox', { name: '搜索用户名或邮箱' }).fill(user.username)
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2)
  await rowOf(page, user.username)
    .getByRole('button', { name: /的操作$/ })
    .click()
  await page.getByRole('menuitem', { name: '调整积分' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '调整积分' }).click()
  await expect(dialog.getByText('请填写变动')).toBeVisible()
  await dialog.getByRole('textbox', { name: '变动' }).fill('+25')
  await dialog.getByRole('textbox', { name: '原因' }).fill('客服补偿 1024')
  await dialog.getByRole('button', { name: '调整积分' }).click()
  await expect(page.getByText('已调整 +25，余额 75')).toBeVisible()
  await expect(rowOf(page, user.username)).toContainText('75')

  const creators = await context.newPage()
  await creators.goto(`${browserStack.webUrl}/credits`)
  await expect(rowOf(creators, '人工调整')).toContainText('客服补偿 1024')
  await expect(rowOf(creators, '人工调整')).toContainText('+25')

  await page.bringToFront()
  await page.goto('/audit')
  const change = rowOf(page, 'ledger:adjust').first()
  await expect(change).toContainText('调整积分')
  await expect(change).toContainText('credits.adjust')
  await change.getByRole('button', { name: '查看改动' }).click()
  await expect(page.getByRole('dialog')).toContainText('客服补偿 1024')
})

test('suspending someone bites at once in the page they have open', async ({ page, context }) => {
  await enterAs(page, 'admin')
  const { user, password } = await signUp(context.request)
  const creators = await context.newPage()
  await creators.goto(`${browserStack.webUrl}/credits`)
  await expect(creditsPill(creators)).toHaveText('50 积分')
  await page.bringToFront()
  await page.goto('/users')
  await page.getByRole('searchbox', { name: '搜索用户名或邮箱' }).fill(user.username)
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2)
  await rowOf(page, user.username)
    .getByRole('button', { name: /的操作$/ })
    .click()
  await page.getByRole('menuitem', { name: '停用' }).click()
  const dialog = page.getByRole('dialog', { name: /停用/ })
  await dialog.getByRole('textbox', { name: '原因' }).fill('刷量')
  await dialog.getByRole('button', { name: '停用' }).click()
  await expect(rowOf(page, user.username)).toContainText('已停用')

  await creators.bringToFront()
  await creators.getByRole('button', { name: '开始核对' }).click()
  await expect(creators).toHaveURL(/\/login/)
  await creators.getByRole('textbox', { name: '用户名或邮箱' }).fill(user.username)
  await creators.getByRole('textbox', { name: '密码' }).fill(password)
  await creators.getByRole('button', { name: '登录' }).click()
  await expect(creators.getByRole('alert')).toContainText('这个账号已被停用')

  await rowOf(page, user.username)
    .getByRole('button', { name: /的操作$/ })
    .click()
  await page.getByRole('menuitem', { name: '恢复' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '恢复' }).click()
  await expect(rowOf(page, user.username)).toContainText('正常')
  await creators.bringToFront()
  await creators.getByRole('textbox', { name: '密码' }).fill(password)
  await creators.getByRole('button', { name: '登录' }).click()
  await expect(creditsPill(creators)).toHaveText('50 积分')
})
