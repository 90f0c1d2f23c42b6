import type { PublicationStatus } from '@mozhou/contracts/publications/kinds'
import type { Page } from '@playwright/test'
import { expectAccessible } from './browser/accessibility.ts'
import { browserStack, patience } from './browser/env.ts'
import { badge, begin, one, reviewed, uploadPicture, writeWork } from './browser/publishing.ts'
import type { Creator } from './browser/test.ts'
import { expect, test } from './browser/test.ts'
import { openDatabase } from './support/database.ts'
import type { Database } from './support/database.ts'
import { bareId } from './support/ids.ts'
import type { PlayedAccount } from './support/publishing-sandbox.ts'
import { openPlayedAccount, postByHand, publishDraft, reviewPiece } from './support/publishing-sandbox.ts'

let database: Database
test.beforeAll(() => {
  database = openDatabase(browserStack.databaseUrl)
})
test.afterAll(() => database.close())

async function connectByKeys(page: Page, { name, appId, appSecret }: PlayedAccount): Promise<void> {
  await page.goto('/publish/accounts')
  await page.getByRole('button', { name: '绑定公众号账号' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '公众号名称' }).fill(name)
  await dialog.getByRole('textbox', { name: 'AppID' }).fill(appId)
  await dialog.getByLabel('AppSecret').fill(appSecret)
  await dialog.getByRole('button', { name: '绑定', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(name).first()).toBeVisible()
}

async function connectByHand(page: Page, platform: string, name: string): Promise<void> {
  await page.goto('/publish/accounts')
  await page.getByRole('button', { name: `绑定${platform}账号` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '账号名称' }).fill(name)
  await dialog.getByRole('button', { name: '添加账号' }).click()
  await expect(dialog).toBeHidden()
}

/** From the list to a package that nothing stands in the way of. */
async function compose(page: Page, account: string, title: string): Promise<void> {
  await page.goto('/publish')
  await page.getByRole('main').getByRole('link', { name: '发布作品' }).first().click()
  await page.getByRole('table', { name: '选一篇作品' }).getByRole('link').first().click()
  await page.getByRole('button', { name: '选配图' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '山.png' }).click()
  await dialog.getByRole('button', { name: '选好了' }).click()
  await page.getByRole('checkbox', { name: new RegExp(account, 'u') }).check()
  await page.getByRole('textbox', { name: '标题' }).fill(title)
}

async function follow(page: Page): Promise<string> {
  await expect(page.getByText('1 条已经交给发布')).toBeVisible()
  await page.getByRole('link', { name: '看进展' }).click()
  await expect(page).toHaveURL(/\/publish\/pub_/u)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** The platform is asked again soon, not in ten minutes or six hours, until it stands so. */
async function seen(creator: Creator, publicationId: string, status: PublicationStatus): Promise<void> {
  await expect
    .poll(
      async () => {
        await database.rows('UPDATE publications SET next_look_at = now() WHERE id = $1', [
          bareId('publication', publicationId),
        ])
        return (await one(creator, publicationId)).status
      },
      { timeout: patience(240_000), intervals: [2_000] },
    )
    .toBe(status)
}

test(
  '公众号 by keys: its person publishes the draft there, and it is published once the platform says so',
  { tag: '@phone' },
  async ({ page, creator }) => {
    test.setTimeout(patience(330_000))
    const account = await openPlayedAccount('山里小记')
    await writeWork(creator)
    await uploadPicture(page)
    await connectByKeys(page, account)
    await compose(page, account.name, '带孩子看星星')
    await expect(page.getByRole('region', { name: '公众号预览' })).toContainText('带孩子看星星')
    await page.getByRole('button', { name: '发布到 1 个账号' }).click()
    const publicationId = await follow(page)
    // No interface takes the AI declaration, so that a text begun by a model goes by the draft box.
    await expect(badge(page, '等你在平台上完成')).toBeVisible(reviewed)
    await expect(page.getByRole('heading', { name: '在平台的草稿箱里发布' })).toBeVisible()
    expect((await one(creator, publicationId)).confirmation).toBeNull()
    await publishDraft(account, '带孩子看星星')
    await reviewPiece(account, '带孩子看星星', 'approve')
    await seen(creator, publicationId, 'published')
    await expect(badge(page, '已发布 · 平台确认')).toBeVisible()
    const evidence = page.getByRole('list', { name: '凭据' })
    await expect(evidence).toContainText('证明已发布（平台）')
    await expect(page.getByRole('link', { name: /到平台查看/u })).toHaveAttribute('href', /^https?:\/\/mp\.weixin/u)
    const stored = await one(creator, publicationId)
    expect(stored).toMatchObject({ status: 'published', confirmation: 'platform_confirmed' })
    expect(stored.attempts).toHaveLength(1)
  },
)

test(
  '小红书 by hand: copied field by field, and published as its person says once the address is one of theirs',
  { tag: '@phone' },
  async ({ page, creator }) => {
    test.setTimeout(patience(120_000))
    await writeWork(creator)
    await uploadPicture(page)
    await connectByHand(page, '小红书', '山里小记')
    await compose(page, '山里小记', '带孩子看星星')
    await page.getByRole('button', { name: '发布到 1 个账号' }).click()
    const publicationId = await follow(page)
    await expect(badge(page, '等你在平台上完成')).toBeVisible(reviewed)
    await expect(page.getByRole('button', { name: '复制标题' })).toBeVisible()
    await expect(page.getByRole('button', { name: '保存第 1 张' })).toBeVisible()
    await expect(page.getByText(/^发布前请勾选/u)).toBeVisible()

    const box = page.getByRole('textbox', { name: '作品链接' })
    await box.fill('https://example.com/explore/66f1')
    await page.getByRole('button', { name: '核对并记为已发布' }).click()
    await expect(page.getByRole('alert')).toContainText('这不是该平台的文章链接')
    expect((await one(creator, publicationId)).status).toBe('awaiting_user')

    const { address } = await postByHand('xiaohongshu', '带孩子看星星')
    await box.fill(`带孩子看星星 ${address} 复制本条信息，打开【小红书】App查看精彩内容！`)
    await page.getByRole('button', { name: '核对并记为已发布' }).click()
    await expect(badge(page, '已发布 · 本人确认')).toBeVisible()
    await expect(page.getByText(/没能核对标题|标题一致/u).first()).toBeVisible()
    await expect(page.getByRole('list', { name: '凭据' })).toContainText('证明已发布（本人）')
    expect(await one(creator, publicationId)).toMatchObject({ status: 'published', confirmation: 'user_confirmed' })
  },
)

test('planned for a time, moved on the calendar with the mouse, by keys and by its button', async ({
  page,
  creator,
}) => {
  test.setTimeout(patience(120_000))
  await writeWork(creator)
  await uploadPicture(page)
  await connectByHand(page, '知乎', '山里小记')
  await compose(page, '山里小记', '带孩子看星星，要准备什么')
  await page.getByText('定时发', { exact: true }).click()
  const at = new Date(Date.now() + 3 * 86_400_000)
  const shanghai = (moment: Date) => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
  await page
    .getByRole('textbox', { name: '时间' })
    .or(page.getByLabel('时间', { exact: true }))
    .first()
    .fill(shanghai(at))
  await page.getByRole('button', { name: '定时发到 1 个账号' }).click()
  const publicationId = await follow(page)
  await expect(badge(page, '待发布')).toBeVisible()
  const dayOf = async () => shanghai(new Date((await one(creator, publicationId)).scheduledAt ?? 0)).slice(0, 10)
  const planned = shanghai(at).slice(0, 10)
  expect(await dayOf()).toBe(planned)

  await page.goto(`/publish/calendar?view=week&day=${planned}`)
  const entry = page.getByRole('link', { name: /知乎 带孩子看星星/u })
  await expect(entry).toBeVisible()
  const weekday = new Date(`${planned}T00:00:00Z`).getUTCDay()
  // Never out of the week that is shown: on Sundays a day back, else a day on.
  const by = weekday === 0 ? -1 : 1
  const dragged = new Date(Date.parse(planned) + by * 86_400_000).toISOString().slice(0, 10)
  await entry.dragTo(page.locator(`[data-day="${dragged}"]`))
  await expect.poll(dayOf).toBe(dragged)
  await expect(page.locator(`[data-day="${dragged}"]`).getByRole('link')).toBeVisible()
  await entry.focus()
  await page.keyboard.press(by === 1 ? 'Alt+ArrowLeft' : 'Alt+ArrowRight')
  await expect.poll(dayOf).toBe(planned)

  await page.getByRole('button', { name: '改“带孩子看星星，要准备什么”的时间' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('新的时间').fill(`${planned}T21:15`)
  await dialog.getByRole('button', { name: '改时间' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('link', { name: /^21:15 知乎/u })).toBeVisible()
})

test('taken down by the platform later: it is noticed', async ({ page, creator }) => {
  test.setTimeout(patience(550_000))
  const account = await openPlayedAccount('山里小记')
  const publicationId = await begin(page, creator, account, '带孩子看星星')
  await page.goto(`/publish/${publicationId}`)
  await expect(badge(page, '等你在平台上完成')).toBeVisible(reviewed)
  await publishDraft(account, '带孩子看星星')
  await reviewPiece(account, '带孩子看星星', 'approve')
  await seen(creator, publicationId, 'published')
  await reviewPiece(account, '带孩子看星星', 'ban')
  await seen(creator, publicationId, 'removed')
})

test(
  'every page of publishing can be used by everybody, in both themes',
  { tag: '@phone' },
  async ({ page, creator }) => {
    const work = await writeWork(creator)
    await connectByHand(page, '知乎', '山里小记')
    const heading = (name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expectAccessible(page, [
      { name: 'publications', open: () => page.goto('/publish').then(() => heading('发布')) },
      { name: 'accounts', open: () => page.goto('/publish/accounts').then(() => heading('平台账号')) },
      { name: 'calendar', open: () => page.goto('/publish/calendar').then(() => heading('发布日历')) },
      { name: 'callbacks', open: () => page.goto('/settings/webhooks').then(() => heading('结果回调')) },
      {
        name: 'compose',
        open: async () => {
          await page.goto(`/publish/new?work=${work}`)
          await page.getByRole('checkbox', { name: /山里小记/u }).check()
          await expect(page.getByRole('region', { name: '知乎预览' })).toBeVisible()
        },
      },
    ])
  },
)
