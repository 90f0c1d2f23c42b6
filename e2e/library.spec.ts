import type { CreationDto, CreationRowDto } from '@mozhou/contracts/creations/answers'
import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import type { Page as PageOf } from '@mozhou/contracts/page'
import type { Locator, Page } from '@playwright/test'
import { adjustCredits } from './browser/operator.ts'
import { expectSettled, writeArticle } from './browser/studio.ts'
import type { Creator } from './browser/test.ts'
import { expect, test } from './browser/test.ts'

/** Written over the API, one after the other; resolves when it has come to its end. */
async function write(creator: Creator, topic: string, requirements = ''): Promise<void> {
  const { creationId } = await creator.api.mutate<GenerationStartedDto>('writing.generate', {
    tool: 'wechat-article',
    input: { topic, length: 300, requirements },
    requestKey: crypto.randomUUID(),
  })
  await expect
    .poll(async () => (await creator.api.query<CreationDto>('creations.get', { creationId })).status, {
      intervals: [50, 100],
    })
    .toMatch(/succeeded|failed/)
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

const rowsOf = (page: Page, table?: string): Locator =>
  page
    .getByRole('table', table === undefined ? {} : { name: table })
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })

test('the library is empty, then lists, filters and pages', { tag: '@phone' }, async ({ page, creator }) => {
  await page.goto('/creations')
  await expect(page.getByText('作品库还是空的')).toBeVisible()
  await adjustCredits(creator.user.id, 500)
  // A refused text costs no time: 20 of them fill the first page.
  for (let count = 1; count <= 20; count += 1)
    await write(creator, `被拒绝的第 ${count} 篇`, '[[sandbox:content-block]]')
  await write(creator, '写成了的一篇')
  const { items, nextCursor } = await creator.api.query<PageOf<CreationRowDto>>('creations.list', {})
  expect(items).toHaveLength(20)
  expect(nextCursor).not.toBeNull()

  await page.reload()
  const rows = rowsOf(page)
  await expect(rows).toHaveCount(20)
  await expect(rows.first()).toContainText('已完成')
  await expect(page.getByText('已显示 20 条')).toBeVisible()
  await page.getByRole('button', { name: '加载更多' }).click()
  await expect(rows).toHaveCount(21)
  await expect(page.getByText('共 21 条，已全部显示')).toBeVisible()

  await choose(page, '按状态筛选', '已完成')
  await expect(rows).toHaveCount(1)
  await choose(page, '按状态筛选', '未写成')
  await expect(rows).toHaveCount(20)
  await expect(rows.first()).toContainText('未写成')
  await choose(page, '按状态筛选', '生成中')
  await expect(page.getByText('没有符合条件的作品')).toBeVisible()
  await page.getByRole('button', { name: '清除筛选' }).first().click()
  await choose(page, '按类型筛选', '公众号文章')
  await expect(rows).toHaveCount(20)

  await rows.first().getByRole('link').click()
  await expectSettled(page)
  await expect(page.getByRole('textbox', { name: '文章主题' })).toHaveValue('写成了的一篇')
})

test('the ledger lists every entry, filters, and proves itself', { tag: '@phone' }, async ({ page, creator }) => {
  await writeArticle(page, { requirements: '[[sandbox:content-block]]' })
  await page.goto('/credits')
  const rows = rowsOf(page, '积分明细')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(0)).toContainText('退款')
  await expect(rows.nth(0)).toContainText('+10')
  await expect(rows.nth(1)).toContainText('消费 · 生成')
  await expect(rows.nth(1).getByRole('link')).toHaveAttribute('href', /^\/creations\/cre_/)
  await expect(rows.nth(1)).toContainText('−10')
  await expect(rows.nth(2)).toContainText('注册赠送')
  await rows.nth(1).getByRole('button', { name: '看小票' }).click()
  await expect(page.getByRole('dialog', { name: '小票' })).toContainText('已退 10')
  await page.keyboard.press('Escape')
  await page.getByRole('radiogroup', { name: '收支' }).getByText('支出').click()
  await expect(rows).toHaveCount(1)
  await page.getByRole('radiogroup', { name: '收支' }).getByText('全部').click()
  await choose(page, '类型', '退款')
  await expect(rows).toHaveCount(1)
  await page.getByLabel('结束日期').fill('2020-01-01')
  await expect(page.getByText('没有符合条件的流水')).toBeVisible()
  await page.getByRole('button', { name: '清除筛选' }).first().click()
  await expect(rows).toHaveCount(3)

  await page.getByRole('button', { name: '开始核对' }).click()
  await expect(page.getByRole('status').filter({ hasText: '账目完整' })).toContainText('共 3 笔流水')
  await expect(page.getByTestId('head-hash')).toHaveText(/^[0-9a-f]{64}$/)
  expect(creator.user.username).not.toBe('')
})
