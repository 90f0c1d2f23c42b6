import { film } from '@mozhou/integrations/files/testing/media-samples'
import type { Page } from '@playwright/test'
import { expectAccessible } from './browser/accessibility.ts'
import { patience } from './browser/env.ts'
import { badge, one, reviewed, uploadPicture } from './browser/publishing.ts'
import { expect, test } from './browser/test.ts'
import { filmsThere, openFilmAccount, reviewFilm } from './support/publishing-sandbox.ts'

/** As a person does it: to the platform's page, which asks, and back. */
async function allow(page: Page, name: string): Promise<void> {
  await page.goto('/publish/accounts')
  await page.getByRole('button', { name: '绑定快手账号' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '去平台授权' }).click()
  await page.getByRole('link', { name: `用 ${name} 同意` }).click()
  // Through the page that takes the permission, which goes on to the accounts by itself.
  await expect(page).toHaveURL(/\/publish\/(?:connected|accounts)/u)
  await expect(page.getByText(name).first()).toBeVisible()
}

async function writeOwn(page: Page, title: string): Promise<void> {
  await page.goto('/publish/new')
  await page.getByRole('button', { name: '自己写一篇' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '标题' }).fill(title)
  await dialog.getByRole('textbox', { name: '正文' }).fill('天没亮，摊子就支起来了。豆腐还是热的。')
  await dialog.getByRole('button', { name: '存下并去发布' }).click()
  await expect(page).toHaveURL(/work=cre_/u)
}

test(
  '快手: own words and an own film, chosen where they are published, out by the platform’s word and without a label of an AI',
  { tag: '@phone' },
  async ({ page, creator }) => {
    test.setTimeout(patience(330_000))
    const account = await openFilmAccount(`早市小记${String(Date.now()).slice(-6)}`)
    await uploadPicture(page)
    await allow(page, account.name)
    await writeOwn(page, '河边的早市')
    await page.getByRole('button', { name: '选配图' }).click()
    const pictures = page.getByRole('dialog')
    await pictures.getByRole('button', { name: '山.png' }).click()
    await pictures.getByRole('button', { name: '选好了' }).click()

    await page.getByRole('button', { name: '选视频' }).click()
    const buffer = film({ seconds: 42, dataBytes: 9 * 1_048_576 })
    await page
      .getByRole('dialog')
      .locator('input[type="file"]')
      .setInputFiles({ name: '早市.mp4', mimeType: 'video/mp4', buffer })
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByText('早市.mp4 · 0:42').or(page.getByText('早市 · 0:42')).first()).toBeVisible()
    await expect(page.getByRole('checkbox', { name: /视频含 AI 生成内容/u })).not.toBeChecked()

    await page.getByRole('checkbox', { name: new RegExp(account.name, 'u') }).check()
    const preview = page.getByRole('region', { name: '快手预览' })
    await expect(preview).toContainText('河边的早市')
    await expect(preview).not.toContainText('人工智能')
    await expect(preview.locator('video')).toHaveAttribute('src', /^\/f\/fil_/u)
    await expect(preview.locator('video')).toHaveAttribute('poster', /^\/f\/fil_/u)
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.screenshot({ path: test.info().outputPath(`compose-${scheme}.png`), fullPage: true })
    }
    await expectAccessible(page, [{ name: 'compose with a film', open: () => Promise.resolve() }])

    // The look above has a time of its own.
    test.setTimeout(patience(330_000))
    await page.getByRole('button', { name: '发布到 1 个账号' }).click()
    await expect(page.getByText('1 条已经交给发布')).toBeVisible()
    await page.getByRole('link', { name: '看进展' }).click()
    await expect(badge(page, '平台审核中')).toBeVisible(reviewed)
    const publicationId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    expect(await one(creator, publicationId)).toMatchObject({ route: 'api', contentType: 'video', confirmation: null })
    const [there] = await filmsThere(account)
    await reviewFilm(account, there?.id ?? '', 'approve')
    await expect(badge(page, '已发布 · 平台确认')).toBeVisible(reviewed)
    const stored = await one(creator, publicationId)
    expect(stored).toMatchObject({ status: 'published', confirmation: 'platform_confirmed' })
    expect(stored.attempts).toHaveLength(1)
    expect(await filmsThere(account)).toHaveLength(1)
    await page.screenshot({ path: test.info().outputPath('published.png'), fullPage: true })
  },
)
