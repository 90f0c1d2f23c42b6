import type { CreationDto } from '@mozhou/contracts/creations/answers'
import type { ReceiptDto } from '@mozhou/contracts/generations/answers'
import type { BalanceDto } from '@mozhou/contracts/credits/answers'
import { browserStack, patience } from './browser/env.ts'
import { adjustCredits } from './browser/operator.ts'
import {
  article,
  creditsPill,
  expectBody,
  expectSettled,
  expectStreaming,
  fillForm,
  generateButton,
  openCreationId,
  startWriting,
  topic,
  writeArticle,
} from './browser/studio.ts'
import type { Creator } from './browser/test.ts'
import { expect, test } from './browser/test.ts'
import { createSandbox } from './support/sandbox.ts'

/** Without what Markdown and the page put between them. */
const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '')
const balanceOf = async (creator: Creator) => (await creator.api.query<BalanceDto>('credits.balance')).credits

test(
  'an article is charged, written by the second model, and its receipt tells so',
  { tag: '@phone' },
  async ({ page, creator }) => {
    await page.goto('/')
    await expect(creditsPill(page)).toHaveText('50 积分')
    await page
      .getByRole('main')
      .getByRole('link', { name: /公众号文章/ })
      .click()
    await fillForm(page, {
      keywords: ['内容创作', '效率'],
      // The first model has no credit with its vendor: the next one writes.
      requirements: '[[sandbox:billing@anthropic]] [[sandbox:slow-tokens:15]]',
      model: 'Claude 3 Sonnet',
    })
    await expect(generateButton(page)).toHaveText('开始生成 · 10 积分')
    await generateButton(page).click()
    await expectStreaming(page)
    await expect(page.getByRole('list', { name: '生成进度' })).toContainText('已扣 10 积分')
    await expectSettled(page)

    const { currentVersion } = await creator.api.query<CreationDto>('creations.get', {
      creationId: openCreationId(page),
    })
    await expect(article(page).getByRole('heading', { level: 2 }).first()).toHaveText(
      String(currentVersion?.result['title']),
    )
    await expect(article(page)).toContainText('摘要')
    await expect(article(page)).toContainText(String(currentVersion?.result['summary']))
    await expect(article(page)).toContainText('关键词')
    await expect(article(page)).toContainText('内容创作')
    await expect(page.getByText('沙盒示例文字')).toBeVisible()
    await expect(creditsPill(page)).toHaveText('40 积分')
    expect(await balanceOf(creator)).toBe(40)

    await page.getByRole('button', { name: '小票' }).click()
    const receipt = page.getByRole('dialog', { name: '小票' })
    await expect(receipt).toContainText('−10 积分')
    await expect(receipt.getByRole('listitem').filter({ hasText: '消费' })).toContainText('余额 40')
    const attempts = receipt.getByRole('listitem').filter({ hasText: 'tokens' })
    await expect(attempts).toHaveCount(2)
    await expect(attempts.first()).toContainText('Claude 3 Sonnet')
    await expect(attempts.first()).toContainText('模型额度用完')
    await expect(attempts.last()).toContainText('成功')
  },
)

test('regenerating and optimising make versions that can be compared', async ({ page, creator }) => {
  await writeArticle(page)
  await page.getByRole('button', { name: '重新生成 · 10 积分' }).click()
  await expect(creditsPill(page)).toHaveText('30 积分')
  await expect(page.getByRole('tab', { name: '版本 2' })).toBeVisible()

  await page.getByRole('button', { name: '优化' }).click()
  const dialog = page.getByRole('dialog', { name: '优化这篇' })
  await dialog.getByRole('radio', { name: /换个读者/ }).check()
  await dialog.getByRole('button', { name: '开始优化 · 10 积分' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('请填写新的读者是谁')
  await dialog.getByRole('textbox', { name: '新的读者是谁' }).fill('刚入职的大学毕业生')
  await dialog.getByRole('button', { name: '开始优化 · 10 积分' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('tab', { name: '版本 3' }).click()
  await expect(creditsPill(page)).toHaveText('20 积分')
  expect(await balanceOf(creator)).toBe(20)

  const rows = page.getByRole('tabpanel').getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(0)).toContainText('第 3 版 · 优化')
  await expect(rows.nth(0)).toContainText('当前')
  await expect(rows.nth(1)).toContainText('第 2 版 · 重新生成')
  await expect(rows.nth(2)).toContainText('第 1 版 · 生成')
  await rows.nth(1).getByRole('button', { name: '查看' }).click()
  await expect(page.getByRole('dialog', { name: '第 2 版' }).getByRole('article')).toContainText('摘要')
  await page.keyboard.press('Escape')
  await rows.nth(0).getByRole('button', { name: '对比' }).click()
  const comparison = page.getByRole('dialog', { name: '第 2 版 → 第 3 版' })
  await expect(comparison.locator('ins').nth(1)).toBeVisible()
  await expect(comparison.locator('del').nth(1)).toBeVisible()
})

test('an article that the model cut short is told, and continued for nothing', async ({ page, creator }) => {
  // Only this test asks for this model, so nobody else meets the fault.
  await createSandbox(browserStack.sandboxUrl).behave({
    fault: 'length',
    vendor: 'baidu',
    model: 'ernie-4.5-turbo-128k',
  })
  await writeArticle(page, { model: 'ERNIE-Bot-turbo' })
  await expect(page.getByRole('status').filter({ hasText: '这篇还没写完' })).toContainText('还能续 5 次')
  const before = await article(page).innerText()
  await page.getByRole('button', { name: '继续写 · 免费' }).click()
  await expect(page.getByRole('tab', { name: '版本 2' })).toBeVisible({ timeout: patience(30_000) })
  await expect(page.getByText('这篇还没写完')).toBeHidden()
  await expect(page.getByRole('button', { name: '继续写 · 免费' })).toBeHidden()
  const after = await article(page).innerText()
  expect(after.length).toBeGreaterThan(before.length)
  expect(await balanceOf(creator)).toBe(40)
  const receipt = await creator.api.query<ReceiptDto>('creations.receipt', { creationId: openCreationId(page) })
  expect(receipt.generations.map(({ generation }) => generation.coveredBy)).toEqual(['credits', 'continuation'])
  expect(receipt.netCredits).toBe(-10)
})

test('a line says which model was replaced while its text was read, and stays after a reload', async ({
  page,
  creator,
}) => {
  await startWriting(page, { requirements: '[[sandbox:cut:12@baidu]]', model: 'ERNIE-Bot-turbo' })
  await expectSettled(page)
  const line = page.getByText(/从 ERNIE-Bot-turbo 换到了 .+（模型服务中断）/)
  await expect(line).toBeVisible()
  await page.reload()
  await expect(line).toBeVisible()
  expect(await balanceOf(creator)).toBe(40)
})

test('when every model fails, the credits come back and the page says so', async ({ page, creator }) => {
  await startWriting(page, { requirements: '[[sandbox:billing]]', model: 'GPT-3.5 Turbo' })
  const notice = page.getByRole('alert').filter({ hasText: '这次没写成' })
  await expect(notice).toContainText('已退回 10 积分', { timeout: patience(30_000) })
  await expect(creditsPill(page)).toHaveText('50 积分')
  expect(await balanceOf(creator)).toBe(50)
  await expect(page.getByRole('textbox', { name: '文章主题' })).toHaveValue(topic)

  await page.getByRole('textbox', { name: '补充要求' }).fill('')
  await notice.getByRole('button', { name: '再试一次 · 10 积分' }).click()
  await expectSettled(page)
  await expect(article(page)).toContainText('摘要')
  await expect(notice).toBeHidden()
  await expect(creditsPill(page)).toHaveText('40 积分')
})

test('credits that came back are shown also when the stream never told the end', async ({ page, creator }) => {
  await page.route('**/creations.progress*', (route) => route.abort())
  await startWriting(page, { requirements: '[[sandbox:billing]]', model: 'GPT-3.5 Turbo' })
  await expect(page.getByRole('alert').filter({ hasText: '这次没写成' })).toContainText('已退回 10 积分', {
    timeout: patience(30_000),
  })
  await expect(creditsPill(page)).toHaveText('50 积分')
  expect(await balanceOf(creator)).toBe(50)
})

test('stopping keeps what was written, and it can be continued', async ({ page, creator }) => {
  await startWriting(page, { requirements: '[[sandbox:slow-tokens:40]]' })
  await expectBody(page)
  const seen = letters(await article(page).innerText())
  await page.getByRole('button', { name: '停止' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已按你的要求停止' })).toBeVisible()
  const text = await article(page).innerText()
  // To the last word that was on the screen.
  expect(letters(text)).toContain(seen)
  const creation = await creator.api.query<CreationDto>('creations.get', { creationId: openCreationId(page) })
  expect(creation).toMatchObject({ generation: { status: 'cancelled' }, currentVersion: { isPartial: true } })
  const receipt = await creator.api.query<ReceiptDto>('creations.receipt', { creationId: creation.id })
  expect(receipt.generations[0]?.attempts).toMatchObject([{ outcome: 'stopped' }])
  expect(await balanceOf(creator)).toBe(40)

  await page.getByRole('button', { name: '继续写 · 免费' }).click()
  await expect(page.getByRole('tab', { name: '版本 2' })).toBeVisible({ timeout: patience(30_000) })
  expect((await article(page).innerText()).length).toBeGreaterThan(text.length)
  expect(await balanceOf(creator)).toBe(40)
})

test('without enough credits nothing starts and nothing typed is lost', async ({ page, creator }) => {
  await adjustCredits(creator.user.id, -45)
  await startWriting(page, { keywords: ['省钱'], requirements: '加入三个真实案例' })
  await expect(page.getByText('需要 10 积分，现在有 5 积分。')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: '积分不够' })).toContainText('没有扣积分')
  await expect(page.getByRole('textbox', { name: '文章主题' })).toHaveValue(topic)
  await expect(page.getByRole('textbox', { name: '补充要求' })).toHaveValue('加入三个真实案例')
  await page.reload()
  await expect(page.getByRole('textbox', { name: '文章主题' })).toHaveValue(topic)
  await expect(page.getByRole('textbox', { name: '补充要求' })).toHaveValue('加入三个真实案例')
  expect(await balanceOf(creator)).toBe(5)
})
