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
