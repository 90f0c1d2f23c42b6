import type { PlatformRulesDto, WordListVersionDto } from '@mozhou/contracts/platform-rules/answers'
import type { Page } from '@playwright/test'
import { at, expectAccessible } from './browser/accessibility.ts'
import { appApi } from './browser/app-api.ts'
import { browserStack, demoAccount, patience } from './browser/env.ts'
import { expect, signUp, test } from './browser/test.ts'

test.use({ baseURL: browserStack.adminUrl })
test.describe.configure({ mode: 'serial', timeout: patience(90_000) })

async function enterAs(page: Page, account: Parameters<typeof demoAccount>[0]): Promise<void> {
  const { username, password } = demoAccount(account)
  await appApi(page.request, 'admin').mutate('auth.login', { login: username, password })
}

/** As somebody who writes is given them. */
async function rulesOfCreators(page: Page): Promise<PlatformRulesDto> {
  const creators = await page.context().browser()?.newContext()
  if (!creators) throw new Error('no browser')
  try {
    const { api } = await signUp(creators.request)
    return await api.query<PlatformRulesDto>('platformRules.current')
  } finally {
    await creators.close()
  }
}

const code = 'xiaohongshu.title.max'

test('a rule is changed at its bound, refused where it makes no sense, and taken back', async ({ page }) => {
  await enterAs(page, 'operator')
  await page.goto('/platform-rules?platform=xiaohongshu')
  const row = page.getByRole('row').filter({ hasText: code })
  await expect(row).toContainText('拒绝 20')
  await expect(row).toContainText('2026-11-27 查')
  await row.getByRole('button', { name: `修改 ${code}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '提醒的界限' }).fill('30')
  await dialog.getByRole('textbox', { name: '为什么改' }).fill('平台公告放宽了标题')
  await dialog.getByRole('button', { name: '保存改动' }).click()
  await expect(dialog.getByRole('alert').first()).toContainText('越过了拒绝的界限')
  await dialog.getByRole('textbox', { name: '拒绝的界限' }).fill('40')
  await dialog.getByRole('button', { name: '保存改动' }).click()
  await expect(page.getByText('规则已修改')).toBeVisible()
  await expect(row).toContainText('提醒 30 · 拒绝 40')
  await expect(row).toContainText(`@${demoAccount('operator').username}`)
  expect((await rulesOfCreators(page)).overrides.entries).toContainEqual({
    code,
    platforms: ['xiaohongshu'],
    soft: 30,
    hard: 40,
  })

  await row.getByRole('button', { name: `修改 ${code}` }).click()
  await dialog.getByText('改动记录').click()
  await expect(dialog.getByRole('listitem')).toContainText('平台公告放宽了标题')
  await dialog.getByRole('textbox', { name: '为什么改' }).fill('看错了')
  await dialog.getByRole('button', { name: '恢复自带' }).click()
  await expect(row).toContainText('拒绝 20')
  expect((await rulesOfCreators(page)).overrides.entries).toEqual([])
})

test('a list of words is tried before it is saved, and an earlier one is brought back', async ({ page }) => {
  await enterAs(page, 'operator')
  await page.goto('/platform-rules')
  await page.getByRole('link', { name: '词表' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '词表' })).toBeVisible()
  const words = page.getByRole('textbox', { name: '词', exact: true })
  await words.fill('内部词 | 拦截 | 小红书 | 内部词典\n坏行 | 严重')
  await expect(page.getByText('第 2 行看不懂')).toBeVisible()
  await words.fill('内部词 | 拦截 | 小红书 | 内部词典')
  await page.getByText('小红书', { exact: true }).click()
  await page.getByRole('textbox', { name: '文字' }).fill('查内部词典，不说内部词。')
  await expect(page.getByText('找到 1 处')).toBeVisible()
  await page.getByRole('textbox', { name: '改动说明' }).fill('先拦一个')
  await page.getByRole('button', { name: '保存为新版本' }).click()
  const versions = page.getByRole('list', { name: '版本' })
  await expect(versions.getByRole('button').first()).toContainText('在用')
  const first = (await appApi(page.request, 'admin').query<WordListVersionDto[]>('platformRules.wordLists'))[0]
  expect((await rulesOfCreators(page)).wordList).toMatchObject({ terms: [{ term: '内部词', safe: ['内部词典'] }] })

  await words.fill('内部词 | 提醒')
  await expect(page.locator('ins', { hasText: '内部词 | 提醒' })).toBeVisible()
  await page.getByRole('textbox', { name: '改动说明' }).fill('放松一点')
  await page.getByRole('button', { name: '保存为新版本' }).click()
  await expect(versions.getByRole('button')).toHaveCount(2)
  await versions.getByRole('button').nth(1).click()
  await page.getByRole('button', { name: '退回这一版' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '退回这一版' }).click()
  await expect(versions.getByRole('button').first()).toContainText(`退回自第 ${first?.number ?? 0} 版`)
  expect((await rulesOfCreators(page)).wordList).toMatchObject({ terms: [{ term: '内部词', severity: 'block' }] })
})

test('rules, a change of one, and the list of words can be read by everybody', async ({ page }) => {
  await enterAs(page, 'operator')
  await expectAccessible(page, [
    at('rules', '/platform-rules?platform=douyin', '平台规则'),
    {
      name: 'change of a rule',
      open: async () => {
        await page.getByRole('button', { name: '修改 douyin.title.max.image_text' }).click()
        await expect(page.getByRole('dialog').getByRole('textbox', { name: '为什么改' })).toBeVisible()
      },
    },
    at('words', '/platform-rules/words', '词表'),
    {
      name: 'words that differ, with a mistake',
      open: async () => {
        await page.getByRole('textbox', { name: '词', exact: true }).fill('另一个词 | 提示\n坏行 | 严重')
        await page.getByRole('textbox', { name: '文字' }).fill('说另一个词。')
        await expect(page.getByText('找到 1 处')).toBeVisible()
      },
    },
  ])
})
