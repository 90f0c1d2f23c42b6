import type { PublicationDetailDto, PlatformsDto, PublishDto } from '@mozhou/contracts/publications/answers'
import type { PlatformKey } from '@mozhou/contracts/publications/kinds'
import type { Page } from '@playwright/test'
import { expectAccessible } from './browser/accessibility.ts'
import { browserStack, patience } from './browser/env.ts'
import { badge, one, reviewed, writeWork } from './browser/publishing.ts'
import type { Creator } from './browser/test.ts'
import { expect, test } from './browser/test.ts'

/** As a platform lets it be: on the page where an application is allowed. */
async function allow(page: Page, platform: string): Promise<void> {
  await page.goto('/publish/accounts')
  await page.getByRole('button', { name: `绑定${platform}账号` }).click()
  await page.getByRole('dialog').getByRole('button', { name: '去平台授权' }).click()
  await page.getByRole('link', { name: /同意/u }).first().click()
  await expect(page).toHaveURL(/\/publish\/accounts/u)
}

async function handOver(creator: Creator, platform: PlatformKey): Promise<string> {
  const { platforms } = await creator.api.query<PlatformsDto>('publications.platforms', {})
  const accountId = platforms.find(({ key }) => key === platform)?.accounts[0]?.id
  const { publications, refused } = await creator.api.mutate<PublishDto>('publications.publish', {
    creationId: await writeWork(creator),
    targets: [{ accountId, edits: { title: '带孩子看星星' } }],
    onRefusal: 'skip',
    requestKey: crypto.randomUUID(),
  })
  expect(refused).toEqual([])
  return publications[0]?.id ?? ''
}

const phoneOf = async (page: Page, path: string) => {
  const context = await page
    .context()
    .browser()
    ?.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
      hasTouch: true,
      baseURL: browserStack.webUrl,
    })
  const phone = await context?.newPage()
  if (!phone) throw new Error('there is no browser')
  await phone.goto(path)
  return phone
}

const pathOf = (detail: PublicationDetailDto) => detail.handoff?.phonePage?.path ?? ''

test('抖音: the code on the screen opens a page on a phone that nobody is signed in on, and from there the app', async ({
  page,
  creator,
}) => {
  test.setTimeout(patience(180_000))
  await allow(page, '抖音')
  const publicationId = await handOver(creator, 'douyin')
  await page.goto(`/publish/${publicationId}`)
  await expect(badge(page, '等你在平台上完成')).toBeVisible(reviewed)
  await expect(page.getByRole('img', { name: '用手机相机扫这个码' })).toBeVisible()
  const detail = await one(creator, publicationId)
  const phone = await phoneOf(page, pathOf(detail))
  await expect(phone.getByRole('heading', { name: '带孩子看星星' })).toBeVisible()
  const app = phone.getByRole('link', { name: '打开抖音 App' })
  await expect(app).toHaveAttribute('href', /^snssdk1128:\/\/openplatform\/share\?/u)
  // Every picture is a file that can be saved, cards that were drawn of the text too.
  const pictures = phone.getByRole('list').filter({ has: phone.getByRole('button', { name: '保存第 1 张' }) })
  await expect(pictures.getByRole('img').first()).toHaveAttribute('src', /^\/f\/fil_/u)
  const saved = phone.waitForEvent('download')
  await phone.getByRole('button', { name: '保存第 1 张' }).click()
  expect((await saved).suggestedFilename()).toMatch(/\.png$/u)
  await expect(phone.getByRole('button', { name: '复制描述' })).toBeVisible()
  await expectAccessible(phone, [{ name: 'hand-over on a phone', open: async () => {} }])
  await phone.getByRole('link', { name: '去填链接（要登录）' }).click()
  await expect(phone).toHaveURL(/\/login/u)
  await phone.goto('/h/not-a-code-of-ours')
  await expect(phone.getByText(/^这个码不是我们的/u)).toBeVisible()
  await expect(phone.getByRole('button', { name: '重试' })).toHaveCount(0)
  await phone.context().close()
})
