import { readFile } from 'node:fs/promises'
import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import type { UsageReportDto } from '@mozhou/contracts/models/usage-answers'
import type { Page } from '@playwright/test'
import { expectAccessible } from './browser/accessibility.ts'
import { appApi } from './browser/app-api.ts'
import { browserStack, demoAccount, patience } from './browser/env.ts'
import { expect, signUp, test } from './browser/test.ts'

test.describe.configure({ timeout: patience(120_000) })

async function enterAsAdmin(page: Page) {
  const { username, password } = demoAccount('admin')
  const api = appApi(page.request, 'admin')
  await api.mutate('auth.login', { login: username, password })
  return api
}

/** A person of their own, with one article written. */
async function writeOne(page: Page): Promise<string> {
  const { api, user } = await signUp(page.context().request)
  const { creationId } = await api.mutate<GenerationStartedDto>('writing.generate', {
    tool: 'wechat-article',
    input: { topic: '晨跑', length: 300 },
    requestKey: crypto.randomUUID(),
  })
  await expect
    .poll(async () => (await api.query<{ status: string }>('creations.get', { creationId })).status, {
      timeout: patience(60_000),
    })
    .toBe('succeeded')
  return user.username
}

test('figures of model calls open to their rows and leave as a file', { tag: '@phone' }, async ({ page }) => {
  const username = await writeOne(page)
  const api = await enterAsAdmin(page)
  await page.goto(`${browserStack.adminUrl}/usage`)
  await expect(page.getByRole('heading', { level: 1, name: '模型用量' })).toBeVisible()
  await page.getByRole('radiogroup', { name: '按' }).getByText('用户').click()
  const row = page.getByRole('table').getByRole('row').filter({ hasText: username })
  await expect(row).toBeVisible()
  await expectAccessible(page, [{ name: 'usage', open: async () => {} }])
  await row.getByRole('button', { name: /^明细/ }).click()
  const drawer = page.getByRole('dialog', { name: `${username} 的调用明细` })
  await expect(drawer.getByRole('table').getByRole('row').filter({ hasText: '公众号文章' }).first()).toContainText(
    '成功',
  )
  await page.keyboard.press('Escape')

  const from = await page.getByLabel('起').inputValue()
  const to = await page.getByLabel('止').inputValue()
  const report = await api.query<UsageReportDto>('usage.report', { from, to, by: 'user' })
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 CSV' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(text.startsWith('\uFEFF用户,编号,调用次数')).toBe(true)
  const line = text.split('\r\n').find((candidate) => candidate.startsWith(`${username},`))
  const group = report.groups.find(({ label }) => label === username)
  expect(line?.split(',').slice(1, 3)).toEqual([group?.key, String(group?.calls)])
})

test('a person sees their limits and what their texts took, and takes the ledger home', async ({ page }) => {
  await writeOne(page)
  await page.goto('/credits')
  await expect(page.getByText('正在生成')).toBeVisible()
  await expect(page.getByText('1 次，不设上限')).toBeVisible()
  const usage = page.getByRole('table', { name: '我的模型用量' })
  await expect(usage.getByRole('row').filter({ hasText: '公众号文章' })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 CSV' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(text).toContain('流水号,时间（北京时间）,类型,变动,余额')
  expect(text).toContain('注册赠送,50,50')
  expect(text).toContain('消费,-10,40')
})

test('a private address is refused at its field, and an ended id is told', async ({ page }) => {
  const api = await enterAsAdmin(page)
  await page.goto(`${browserStack.adminUrl}/models`)
  const row = page
    .getByRole('table')
    .getByRole('row')
    .filter({ hasText: /^qwen-max/ })
  await row.getByRole('button', { name: '编辑' }).click()
  const drawer = page.getByRole('dialog', { name: '编辑 qwen-max' })
  const address = drawer.getByRole('textbox', { name: '接口地址' })
  await address.fill('https://169.254.169.254/v1')
  await drawer.getByLabel('API Key').fill('sk-somewhere-else')
  await drawer.getByRole('button', { name: '保存' }).click()
  await expect(address).toHaveAccessibleDescription(/公网上的 https 地址/)
  await page.keyboard.press('Escape')

  const model = (await api.query<ModelAdminDto[]>('models.catalogue')).find(({ alias }) => alias === 'qwen-max')
  if (!model) throw new Error('no model qwen-max')
  const point = (upstreamModel: string) =>
    api.mutate('models.update', { modelId: model.id, changes: { upstreamModel } })
  try {
    await point('qwen-max')
    await page.reload()
    await expect(row).toContainText('厂商已于 2026-07-13 停用')
    await row.getByRole('button', { name: '编辑' }).click()
    await drawer.getByRole('button', { name: '改用 qwen3.7-max' }).click()
    await expect(drawer.getByRole('textbox', { name: '上游模型' })).toHaveValue('qwen3.7-max')
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(row).not.toContainText('停用')
  } finally {
    await point(model.upstreamModel)
  }
})
