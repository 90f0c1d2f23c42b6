import type { CreationDto, CreationRowDto } from '@mozhou/contracts/creations/answers'
import type { GenerationDto } from '@mozhou/contracts/generations/answers'
import type { TransactionDto } from '@mozhou/contracts/credits/answers'
import type { Page as PageOf } from '@mozhou/contracts/page'
import type { Page } from '@playwright/test'
import {
  article,
  creditsPill,
  expectSettled,
  expectStreaming,
  fillForm,
  generateButton,
  openCreationId,
  openStudio,
  startWriting,
  topic,
  topicBox,
  writeArticle,
} from './browser/studio.ts'
import type { Creator } from './browser/test.ts'
import { expect, test } from './browser/test.ts'
import { patience } from './browser/env.ts'

/** Slow enough to look at it from two sides, and over in a few seconds. */
const slowly = { requirements: '[[sandbox:slow-tokens:80]]' }

/** What is shown is the stored version: its title, and its text to the last words. */
async function expectStored(page: Page, creator: Creator): Promise<void> {
  const { currentVersion } = await creator.api.query<CreationDto>('creations.get', { creationId: openCreationId(page) })
  const { title, body } = currentVersion?.result ?? {}
  await expect(article(page)).toContainText(String(title))
  const lastWords = String(body)
    .replaceAll(/[*#>\n]/g, '')
    .slice(-20)
  await expect(article(page)).toContainText(lastWords)
  await expect(
    page.getByText(`${(currentVersion?.wordCount ?? 0).toLocaleString('zh-CN')} 字`, { exact: true }),
  ).toBeVisible()
}

test(
  'a refresh in the middle goes on watching and ends with the stored text',
  { tag: '@phone' },
  async ({ page, creator }) => {
    await startWriting(page, slowly)
    await expectStreaming(page)
    await page.reload()
    await expectStreaming(page)
    await expectSettled(page)
    await expectStored(page, creator)
    await expect(creditsPill(page)).toHaveText('40 积分')
  },
)

test('two tabs watch the same article and end with the same text', async ({ page, context, creator }) => {
  await startWriting(page, slowly)
  await expectStreaming(page)
  const other = await context.newPage()
  await other.goto(page.url())
  await expectStreaming(other)
  await Promise.all([expectSettled(page), expectSettled(other)])
  await expectStored(page, creator)
  expect(await other.getByRole('article').innerText()).toBe(await article(page).innerText())
  await expect(creditsPill(other)).toHaveText('40 积分')
})

test('an article goes on without its page and is found from the first page', async ({ page, creator }) => {
  await startWriting(page, slowly)
  await expectStreaming(page)
  await page.getByRole('navigation', { name: '导航' }).getByRole('link', { name: '首页' }).click()
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: topic })
  await expect(row).toContainText('生成中')
  await expect(row).toContainText('已完成', { timeout: patience(30_000) })
  await row.getByRole('link').click()
  await expectSettled(page)
  const { items } = await creator.api.query<PageOf<CreationRowDto>>('creations.list', {})
  expect(items.map(({ status }) => status)).toEqual(['succeeded'])
})

test('pressing generate twice makes one article and one charge', async ({ page, creator }) => {
  await openStudio(page)
  await fillForm(page)
  await generateButton(page).dblclick()
  await expectSettled(page)
  const { items } = await creator.api.query<PageOf<CreationRowDto>>('creations.list', {})
  expect(items).toHaveLength(1)
  const charges = await creator.api.query<PageOf<TransactionDto>>('credits.transactions', { kind: 'consume' })
  expect(charges.items.map(({ amount }) => amount)).toEqual([-10])
})

test('a start whose answer is lost is not paid twice', async ({ page, creator }) => {
  await openStudio(page)
  await fillForm(page)
  let isLost = false
  await page.route('**/trpc/writing.generate', async (route) => {
    if (isLost) return route.continue()
    isLost = true
    await route.fetch()
    await route.abort('connectionreset')
  })
  await generateButton(page).click()
  await expect(page.getByRole('alert').filter({ hasText: '连不上服务器' })).toContainText('不会重复扣积分')
  await expect(topicBox(page)).not.toHaveValue('')
  await generateButton(page).click()
  await expectSettled(page)
  const { items } = await creator.api.query<PageOf<CreationRowDto>>('creations.list', {})
  expect(items).toHaveLength(1)
  await expect(creditsPill(page)).toHaveText('40 积分')
})

test('back and forward show what was open', async ({ page, creator }) => {
  await writeArticle(page, { topic: '第一篇：晨跑' })
  const first = openCreationId(page)
  await page.getByRole('button', { name: '新建一篇' }).click()
  await expect(topicBox(page)).toHaveValue('')
  await page.goBack()
  await expectSettled(page)
  expect(openCreationId(page)).toBe(first)
  await expect(topicBox(page)).toHaveValue('第一篇：晨跑')
  await page.goForward()
  await expect(topicBox(page)).toHaveValue('')
  await expect(page.getByText('写好的内容会出现在这里')).toBeVisible()
  const { generation } = await creator.api.query<{ generation: GenerationDto }>('creations.get', { creationId: first })
  expect(generation.ordinal).toBe(1)
})

test('the keyboard is enough: Ctrl Enter writes', async ({ page, creator }) => {
  await openStudio(page)
  await fillForm(page)
  await topicBox(page).press('Control+Enter')
  await expectSettled(page)
  await expectStored(page, creator)
})

test('an end that overtakes the first reading of the article is shown at once', async ({ page, creator }) => {
  await openStudio(page)
  await fillForm(page, { requirements: '[[sandbox:slow-tokens:10]]' })
  let isHeld = false
  // Read while the text was being written, answered when it was stored.
  await page.route(/\/trpc\/[^?]*creations\.get/, async (route) => {
    if (isHeld) return route.continue()
    isHeld = true
    const early = await route.fetch()
    await expect.poll(() => newest(creator), { timeout: patience(30_000) }).toBe('succeeded')
    // The page may have given up this reading by now.
    await route.fulfill({ response: early }).catch((error: unknown) => expect(String(error)).toContain('handled'))
  })
  await generateButton(page).click()
  await expect.poll(() => newest(creator), { timeout: patience(30_000) }).toBe('succeeded')
  await expect(page.getByRole('tab', { name: '正文' })).toBeVisible({ timeout: 6_000 })
  expect(isHeld).toBe(true)
  // The page did not need the late answer; it is on its way all the same.
  await page.unrouteAll({ behavior: 'wait' })
})

async function newest(creator: Creator): Promise<string | undefined> {
  return (await creator.api.query<PageOf<CreationRowDto>>('creations.list', { limit: 1 })).items[0]?.status
}
