import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import { expectAccessible } from './browser/accessibility.ts'
import { appApi } from './browser/app-api.ts'
import { browserStack, demoAccount } from './browser/env.ts'
import { expect, test } from './browser/test.ts'

test.use({ baseURL: browserStack.adminUrl })

const price = (effectiveFrom: string, yuan: number) => ({
  effectiveFrom,
  inputMicroYuanPerMillion: yuan * 1_000_000,
  outputMicroYuanPerMillion: 3 * yuan * 1_000_000,
})

test('a model tells what it cost, costs and will cost', { tag: '@phone' }, async ({ page }) => {
  const { username, password } = demoAccount('admin')
  const admin = appApi(page.request, 'admin')
  await admin.mutate('auth.login', { login: username, password })
  const models = await admin.query<ModelAdminDto[]>('models.catalogue')
  const like = models.find(({ capability }) => capability === 'text')
  if (!like) throw new Error('the catalogue is empty')
  const { vendor, upstreamModel, baseUrl, authProfile, parameters, limits } = like
  const alias = `价格 ${crypto.randomUUID().slice(0, 8)}`
  const { id } = await admin.mutate<ModelAdminDto>('models.create', {
    vendor,
    upstreamModel,
    baseUrl,
    authProfile,
    parameters,
    limits,
    alias,
    isEnabled: false,
    credentials: { apiKey: 'sandbox-secret' },
    price: price('2026-01-01T00:00:00Z', 2),
  })
  try {
    for (const later of [price('2026-06-01T00:00:00Z', 1), price('2099-01-01T00:00:00Z', 4)])
      await admin.mutate('models.update', { modelId: id, changes: { price: later } })
    await page.goto('/models')
    const row = page.getByRole('table').getByRole('row').filter({ hasText: alias })
    await row.getByRole('button', { name: '编辑' }).click()
    const drawer = page.getByRole('dialog', { name: `编辑 ${alias}` })
    await drawer.getByRole('button', { name: '价格记录' }).click()
    const rows = drawer.getByRole('table', { name: '价格记录' }).getByRole('row').filter({ hasText: '年' })
    await expect(rows).toHaveText([
      /将生效.*2099年1月1日.*4.*12.*同输入/,
      /现行.*2026年6月1日.*到 2099年1月1日.*1.*3/,
      /已失效.*2026年1月1日.*到 2026年6月1日.*2.*6/,
    ])
    await expectAccessible(page, [{ name: 'price history', open: () => rows.first().scrollIntoViewIfNeeded() }])
  } finally {
    await admin.mutate('models.remove', { modelId: id })
  }
})

test('an operator sets what a picture costs, sees who set it and since when', { tag: '@phone' }, async ({ page }) => {
  const { username, password } = demoAccount('admin')
  const admin = appApi(page.request, 'admin')
  await admin.mutate('auth.login', { login: username, password })
  const reason = `厂商调价 ${crypto.randomUUID().slice(0, 8)}`
  const back = { tool: 'text-to-image', quality: 'high', credits: 10 }
  await admin.mutate('images.setPrices', { prices: [back], reason: '测试前的价格' })
  await page.goto('/image-prices')
  try {
    await page.getByRole('button', { name: '修改 文生图 · 高清' }).click()
    const dialog = page.getByRole('dialog', { name: '修改“文生图 · 高清”的价格' })
    await dialog.getByRole('button', { name: '改价' }).click()
    await expect(dialog.getByLabel(/新价格/)).toHaveAttribute('aria-invalid', 'true')
    await dialog.getByLabel(/新价格/).fill('18')
    await dialog.getByLabel(/原因/).fill(reason)
    await expectAccessible(page, [{ name: 'price of a picture', open: () => dialog.scrollIntoViewIfNeeded() }])
    await dialog.getByRole('button', { name: '改价：10 → 18' }).click()
    await expect(dialog).toBeHidden()
    const now = page.getByRole('table', { name: '图片价格' }).getByRole('row').filter({ hasText: '高清' })
    await expect(now).toContainText('18 积分 / 张')
    const history = page.getByRole('table', { name: '改价记录' }).getByRole('row').filter({ hasText: reason })
    await expect(history).toHaveText(new RegExp(`文生图 · 高清.*10 → 18 积分 / 张.*${reason}.*年.*${username}`))
    await page.getByRole('link', { name: '查看操作记录' }).click()
    await expect(page.getByRole('table').getByRole('row').filter({ hasText: 'image-prices' }).first()).toBeVisible()
  } finally {
    await admin.mutate('images.setPrices', { prices: [back], reason: '测试后还原' })
  }
})
