import type { CreationDto } from '@mozhou/contracts/creations/answers'
import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import type { PromptVersionDto } from '@mozhou/contracts/prompts/answers'
import type { Page } from '@playwright/test'
import { appApi } from './browser/app-api.ts'
import { browserStack, demoAccount, patience } from './browser/env.ts'
import { expect, signUp, test } from './browser/test.ts'

test.use({ baseURL: browserStack.adminUrl })
test.describe.configure({ timeout: patience(120_000) })

async function enterAs(page: Page, account: Parameters<typeof demoAccount>[0]): Promise<void> {
  const { username, password } = demoAccount(account)
  await appApi(page.request, 'admin').mutate('auth.login', { login: username, password })
}

const tool = 'wechat-article'
const versionsOf = (page: Page) => appApi(page.request, 'admin').query<PromptVersionDto[]>('prompts.versions', { tool })

async function liveOf(page: Page): Promise<PromptVersionDto> {
  const live = (await versionsOf(page)).find(({ status }) => status === 'live')
  if (!live) throw new Error('no prompt is live')
  return live
}

/** A person of their own writes one article; says which prompt wrote it. */
async function writtenWith(page: Page): Promise<string> {
  const creators = await page.context().browser()?.newContext()
  if (!creators) throw new Error('no browser')
  try {
    const { api } = await signUp(creators.request)
    const { creationId } = await api.mutate<GenerationStartedDto>('writing.generate', {
      tool,
      input: { topic: '晨跑', length: 300 },
      requestKey: crypto.randomUUID(),
    })
    let version = ''
    await expect(async () => {
      const creation = await api.query<CreationDto>('creations.get', { creationId })
      version = creation.currentVersion?.promptVersion ?? ''
      expect(version).not.toBe('')
    }).toPass({ timeout: patience(60_000) })
    return version
  } finally {
    await creators.close()
  }
}

test('a prompt is drafted, tried beside the live one, published, and rolled back', async ({ page }) => {
  await enterAs(page, 'admin')
  const before = await liveOf(page)
  await page.goto('/prompts')
  await page.getByRole('link', { name: '查看 公众号文章' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '公众号文章' })).toBeVisible()
  const list = page.getByRole('list', { name: '版本列表' })
  await expect(list.getByRole('button', { name: before.name })).toContainText('线上')

  await page.getByRole('button', { name: '以此新建草稿' }).click()
  const rules = page.getByRole('textbox', { name: '规则' })
  await expect(rules).toHaveValue(before.systemText)
  await rules.fill(`${before.systemText}\n多用短句，每段只讲一件事。`)
  await page.getByRole('textbox', { name: '改动说明' }).fill('更好读')
  await expect(page.getByRole('button', { name: '上线' })).toBeDisabled()
  await page.getByRole('button', { name: '保存草稿' }).click()
  await expect(page.getByText('草稿已保存')).toBeVisible()
  await expect(page.locator('ins', { hasText: '多用短句，每段只讲一件事。' })).toBeVisible()
  const draft = (await versionsOf(page)).find(({ note }) => note === '更好读')
  expect(draft).toMatchObject({ status: 'draft' })
  const name = draft?.name ?? ''

  await page.getByRole('textbox', { name: '文章主题' }).fill('雨天散步')
  await page.getByRole('button', { name: '试写两篇' }).click()
  const mine = page.getByRole('region', { name: `这一版 ${name}` })
  await expect(mine).toContainText('雨天散步', { timeout: patience(60_000) })
  await expect(mine).toContainText('tokens')
  await expect(page.getByRole('region', { name: `线上 ${before.name}` })).toContainText('雨天散步')

  try {
    await page.getByRole('button', { name: '上线' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '上线' }).click()
    await expect(page.getByText(`${name} 已上线`)).toBeVisible()
    await expect(list.getByRole('button', { name })).toContainText('线上')
    expect(await writtenWith(page)).toBe(name)
  } finally {
    if ((await liveOf(page)).name !== before.name) {
      await list.getByRole('button', { name: before.name }).click()
      await page.getByRole('button', { name: '回滚到这一版' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '回滚到这一版' }).click()
      await expect(page.getByText(`已回滚到 ${before.name}`)).toBeVisible()
    }
  }
  expect(await writtenWith(page)).toBe(before.name)
  await page.goto('/audit')
  await expect(page.getByRole('table').getByRole('row').filter({ hasText: '回滚提示词' }).first()).toContainText(
    before.name,
  )
})

test('an operator drafts prompts and publishes none', async ({ page }) => {
  await enterAs(page, 'operator')
  await page.goto(`/prompts/${tool}`)
  await expect(page.getByTestId('prompt-text')).toContainText('主编')
  await page.getByRole('button', { name: '以此新建草稿' }).click()
  await expect(page.getByRole('button', { name: '试写两篇' })).toBeVisible()
  await expect(page.getByRole('button', { name: '保存草稿' })).toBeVisible()
  await expect(page.getByRole('button', { name: '上线', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: '删除草稿' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除草稿' }).click()
  await expect(page.getByRole('button', { name: '以此新建草稿' })).toBeVisible()
})
