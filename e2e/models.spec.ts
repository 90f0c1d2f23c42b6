import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import type { Page } from '@playwright/test'
import { appApi } from './browser/app-api.ts'
import { browserStack, demoAccount } from './browser/env.ts'
import { expect, test } from './browser/test.ts'

test.use({ baseURL: browserStack.adminUrl })

async function openDefault(page: Page) {
  const { username, password } = demoAccount('admin')
  const admin = appApi(page.request, 'admin')
  await admin.mutate('auth.login', { login: username, password })
  const read = async () => {
    const models = await admin.query<ModelAdminDto[]>('models.catalogue')
    const model = models.find(({ isDefault, capability }) => isDefault && capability === 'text')
    if (!model) throw new Error('no model is the default')
    return model
  }
  const model = await read()
  await page.goto('/models')
  const row = page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox', { name: `启用 ${model.alias}`, exact: true }) })
  return { admin, model, read, row }
}

test('the default stays on: its switch says why and goes back', { tag: '@phone' }, async ({ page }) => {
  const { model, read, row } = await openDefault(page)
  const onOff = row.getByRole('checkbox', { name: `启用 ${model.alias}`, exact: true })
  // What is seen, apart from what the checkbox says.
  const drawn = onOff.locator('xpath=following-sibling::*')
  const colourWhenOn = await drawn.evaluate((element) => getComputedStyle(element).backgroundColor)
  await onOff.press('Space')
  await expect(page.getByText(`${model.alias} 是默认模型，不能停用`)).toBeVisible()
  await expect(onOff).toBeChecked()
  await expect(drawn).toHaveCSS('background-color', colourWhenOn)
  expect(await read()).toMatchObject({ id: model.id, isEnabled: true })
})

test('the default may get a last day to come, with a warning, and none that is past', async ({ page }) => {
  const { admin, model, read, row } = await openDefault(page)
  await row.getByRole('button', { name: '编辑' }).click()
  const drawer = page.getByRole('dialog', { name: `编辑 ${model.alias}` })
  const day = drawer.getByLabel('厂商下线日期')
  try {
    await day.fill('2026-01-02')
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(drawer.getByText(`${model.alias} 是默认模型，不能停用`)).toBeVisible()
    expect((await read()).shutdownAt).toBeNull()
    await day.fill('2099-01-02')
    await expect(drawer.getByText('这是默认模型，2099-01-02 下线')).toBeVisible()
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(drawer).toBeHidden()
    await expect(row).toContainText('2099年1月2日 下线')
  } finally {
    await admin.mutate('models.update', { modelId: model.id, changes: { shutdownAt: null } })
  }
})

test('a price beyond any vendor’s is refused at its field, in yuan', async ({ page }) => {
  const { model, read, row } = await openDefault(page)
  await row.getByRole('button', { name: '编辑' }).click()
  const drawer = page.getByRole('dialog', { name: `编辑 ${model.alias}` })
  const price = drawer.getByRole('textbox', { name: '输出（元 / 百万 tokens）' })
  await price.fill('2000000')
  await drawer.getByRole('button', { name: '保存' }).click()
  await expect(price).toHaveAccessibleDescription('输出（元 / 百万 tokens）不能大于 100,000')
  expect((await read()).price).toEqual(model.price)
})

test('a replacement that leads back to the model is refused at its field', async ({ page }) => {
  const { admin, model } = await openDefault(page)
  const { vendor, upstreamModel, baseUrl, authProfile, parameters, limits, price } = model
  const like = { vendor, upstreamModel, baseUrl, authProfile, parameters, limits, price }
  const add = (alias: string, replacementId: string | null) =>
    admin.mutate<ModelAdminDto>('models.create', {
      ...like,
      alias,
      replacementId,
      isEnabled: false,
      credentials: { apiKey: 'sandbox-secret' },
    })
  const suffix = crypto.randomUUID().slice(0, 8)
  const newer = await add(`新 ${suffix}`, null)
  const older = await add(`旧 ${suffix}`, newer.id)
  try {
    await page.reload()
    await page.getByRole('row').filter({ hasText: newer.alias }).getByRole('button', { name: '编辑' }).click()
    const drawer = page.getByRole('dialog', { name: `编辑 ${newer.alias}` })
    const replacement = drawer.getByRole('combobox', { name: '替代模型' })
    await replacement.click()
    await drawer.getByRole('option', { name: older.alias }).click()
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(replacement).toHaveAccessibleDescription(/会绕回这个模型/)
  } finally {
    for (const { id } of [older, newer]) await admin.mutate('models.remove', { modelId: id })
  }
})
