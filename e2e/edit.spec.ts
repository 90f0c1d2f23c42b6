import type { BalanceDto } from '@mozhou/contracts/credits/answers'
import type { CreationDto, VersionDto } from '@mozhou/contracts/creations/answers'
import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import type { BrowserContext, Page } from '@playwright/test'
import { article, expectSettled, openCreationId, writeArticle } from './browser/studio.ts'
import type { Creator } from './browser/test.ts'
import { expect, test } from './browser/test.ts'
import { patience } from './browser/env.ts'

const openEditor = async (page: Page) => {
  await page.getByRole('tab', { name: '编辑' }).click()
  await expect(body(page)).toBeVisible()
}
const body = (page: Page) => page.getByRole('textbox', { name: '正文' })
const title = (page: Page) => page.getByRole('textbox', { name: '标题' })
const save = (page: Page) => page.getByRole('button', { name: '保存为新版本' })
const creationOf = (page: Page, creator: Creator) =>
  creator.api.query<CreationDto>('creations.get', { creationId: openCreationId(page) })

/** Asks for another wording of the first 40 characters of the body. */
async function rewriteStart(page: Page) {
  await openEditor(page)
  await body(page).evaluate((area: HTMLTextAreaElement) => {
    area.focus()
    area.setSelectionRange(0, 40)
    area.dispatchEvent(new Event('select', { bubbles: true }))
  })
  await page.getByRole('button', { name: '改写选中 · 10 积分' }).click()
  const dialog = page.getByRole('dialog', { name: '改写选中的文字' })
  await dialog.getByRole('button', { name: '开始改写 · 10 积分' }).click()
  return dialog
}

test(
  'a text is edited, survives a reload unsaved, and is saved as a version',
  { tag: '@phone' },
  async ({ page, creator }) => {
    await writeArticle(page)
    await openEditor(page)
    await expect(save(page)).toBeDisabled()
    await title(page).fill('我改过的标题')
    await body(page).fill('只留一句。')
    await body(page).selectText()
    await page.getByRole('button', { name: '加粗' }).click()
    await expect(body(page)).toHaveValue('**只留一句。**')
    await page.reload()
    await openEditor(page)
    await expect(page.getByText('上次没有保存的修改已恢复')).toBeVisible()
    await expect(title(page)).toHaveValue('我改过的标题')
    await save(page).click()
    await expect(article(page)).toContainText('只留一句。')
    await expect(page.getByRole('tab', { name: '版本 2' })).toBeVisible()
    // What was just saved is told without standing in the way of the next step.
    await expect(page.getByText('已保存为第 2 版')).toBeVisible()
    await page.getByRole('button', { name: /^重新生成/ }).click({ trial: true, timeout: 2_000 })
    await expect(page.getByText('已保存为第 2 版')).toBeVisible()
    const { currentVersion } = await creationOf(page, creator)
    expect(currentVersion).toMatchObject({ kind: 'edited', title: '我改过的标题', model: null })
    expect(currentVersion?.result).toMatchObject({ body: '**只留一句。**' })
  },
)

/** What lasts four seconds lasts for as long as a test looks, also on a slow machine. */
const stayingMessages =
  'const wait = setTimeout; setTimeout = (run, ms, ...rest) => wait(run, ms === 4000 ? 120000 : ms, ...rest)'

test(
  'a message beside an open sheet leaves its buttons free',
  { tag: ['@phone', '@phone-only'] },
  async ({ page, creator }) => {
    await page.addInitScript({ content: stayingMessages })
    await writeArticle(page)
    await openEditor(page)
    await title(page).fill('我改过的标题')
    await save(page).click()
    const message = page.getByRole('status', { includeHidden: true }).filter({ hasText: '已保存为第 2 版' })
    await page.getByRole('button', { name: '导出' }).click()
    const formats = page.getByRole('dialog', { name: '导出作品' })
    for (const format of ['.md', '.html', '.txt', '.docx'])
      await formats.getByRole('button', { name: format }).click({ trial: true, timeout: 5_000 })
    await expect(message).toBeInViewport({ ratio: 1 })
    expect((await creationOf(page, creator)).currentVersion?.title).toBe('我改过的标题')
  },
)

/** The editor is open, and a new title has been saved from another tab meanwhile. */
async function editedElsewhere(page: Page, context: BrowserContext): Promise<void> {
  const other = await context.newPage()
  await other.goto(page.url())
  await openEditor(page)
  await openEditor(other)
  await title(other).fill('另一个标签页的标题')
  await save(other).click()
  await expect(other.getByRole('tab', { name: '版本 2' })).toBeVisible()
}

test('a version from another tab is shown beside mine, and neither is lost', async ({ page, context, creator }) => {
  await writeArticle(page)
  await editedElsewhere(page, context)

  await title(page).fill('这个标签页的标题')
  await save(page).click()
  const dialog = page.getByRole('dialog', { name: '这篇在别处已有新版本' })
  await expect(dialog.locator('del').first()).toBeVisible()
  await expect(dialog.locator('ins').first()).toBeVisible()
  await dialog.getByRole('button', { name: '保存我的修改' }).click()
  await expect(page.getByRole('tab', { name: '版本 3' })).toBeVisible()
  const versions = await creator.api.query<VersionDto[]>('creations.versions', { creationId: openCreationId(page) })
  expect(versions.map((version) => version.title).slice(0, 2)).toEqual(['这个标签页的标题', '另一个标签页的标题'])
})

test('what was typed is there again, although another tab has saved a version since', async ({
  page,
  context,
  creator,
}) => {
  await writeArticle(page)
  await editedElsewhere(page, context)

  await title(page).fill('这个标签页的标题')
  await save(page).click()
  const dialog = page.getByRole('dialog', { name: '这篇在别处已有新版本' })
  await dialog.getByRole('button', { name: '继续编辑' }).click()
  await expect(page.getByRole('tab', { name: '版本 2' })).toBeVisible()
  await page.reload()
  await openEditor(page)
  await expect(title(page)).toHaveValue('这个标签页的标题')
  await save(page).click()
  await dialog.getByRole('button', { name: '保存我的修改' }).click()
  await expect(page.getByRole('tab', { name: '版本 3' })).toBeVisible()
  expect((await creationOf(page, creator)).currentVersion?.title).toBe('这个标签页的标题')
})

test('what the other tab changed elsewhere is not shown as lost, and is kept', async ({ page, context, creator }) => {
  await writeArticle(page)
  await editedElsewhere(page, context)

  await page.getByRole('textbox', { name: '摘要' }).fill('这个标签页的摘要')
  await save(page).click()
  const dialog = page.getByRole('dialog', { name: '这篇在别处已有新版本' })
  await expect(dialog.locator('ins').filter({ hasText: '这个标签页' }).first()).toBeVisible()
  await expect(dialog.locator('del').filter({ hasText: '另一个标签页' })).toHaveCount(0)
  await dialog.getByRole('button', { name: '保存我的修改' }).click()
  await expect(page.getByRole('tab', { name: '版本 3' })).toBeVisible()
  const { currentVersion } = await creationOf(page, creator)
  expect(currentVersion?.result).toMatchObject({ title: '另一个标签页的标题', summary: '这个标签页的摘要' })
})

test('a selection is rewritten, and changes the text only when it is accepted', async ({ page, creator }) => {
  await writeArticle(page)
  const before = String((await creationOf(page, creator)).currentVersion?.result['body'])
  const offer = async () => {
    const dialog = await rewriteStart(page)
    await expect(dialog.getByRole('button', { name: '采用', exact: true })).toBeEnabled({ timeout: patience(30_000) })
    return dialog
  }
  await (await offer()).getByRole('button', { name: '不采用' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  expect((await creationOf(page, creator)).currentVersion?.result['body']).toBe(before)
  await expect(page.getByText('段改写等你定夺')).toBeHidden()
  await (await offer()).getByRole('button', { name: '采用', exact: true }).click()
  await expect(page.getByRole('tab', { name: '版本 2' })).toBeVisible()
  const { currentVersion } = await creationOf(page, creator)
  expect(currentVersion?.kind).toBe('edited')
  expect(String(currentVersion?.result['body']).endsWith(before.slice(40))).toBe(true)
})

test('a rewrite whose dialog was closed waits in the editor, also after a reload', async ({ page, creator }) => {
  await writeArticle(page)
  const before = String((await creationOf(page, creator)).currentVersion?.result['body'])
  const dialog = await rewriteStart(page)
  await expect(
    dialog.getByText('正在改写…').or(dialog.getByRole('button', { name: '采用', exact: true })),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.reload()
  await page.getByRole('button', { name: '去看看' }).click()
  await expect(page.getByText('1 段改写等你定夺')).toBeVisible()
  await expect(page.getByText('已写好')).toBeVisible({ timeout: patience(30_000) })

  // What is being typed is not lost to an acceptance.
  await title(page).fill('正在改的标题')
  await page.getByRole('button', { name: '查看' }).click()
  await expect(dialog.getByText('先保存正在编辑的修改')).toBeVisible()
  await expect(dialog.getByRole('button', { name: '采用', exact: true })).toBeDisabled()
  await page.keyboard.press('Escape')
  await save(page).click()
  await expect(page.getByRole('tab', { name: '版本 2' })).toBeVisible()

  await page.getByRole('button', { name: '去看看' }).click()
  await page.getByRole('button', { name: '查看' }).click()
  await dialog.getByRole('button', { name: '采用', exact: true }).click()
  await expect(page.getByRole('tab', { name: '版本 3' })).toBeVisible()
  await expect(page.getByText('段改写等你定夺')).toBeHidden()
  const { currentVersion } = await creationOf(page, creator)
  expect(currentVersion?.title).toBe('正在改的标题')
  expect(String(currentVersion?.result['body']).endsWith(before.slice(40))).toBe(true)
  expect(String(currentVersion?.result['body'])).not.toBe(before)
})

test('a title is rewritten too, and a rewrite that is stopped says that it is unfinished', async ({
  page,
  creator,
}) => {
  await writeArticle(page)
  const before = await creationOf(page, creator)
  await openEditor(page)
  await title(page).selectText()
  await title(page).dispatchEvent('select')
  await page.getByRole('button', { name: '改写选中 · 10 积分' }).first().click()
  const dialog = page.getByRole('dialog', { name: '改写选中的文字' })
  await dialog.getByRole('combobox').click()
  await page.getByRole('option', { name: '自己说' }).click()
  await dialog.getByRole('textbox').fill('[[sandbox:hang:3]]')
  await dialog.getByRole('button', { name: '开始改写 · 10 积分' }).click()
  await expect(dialog.locator('section').nth(1)).toContainText(/改写后.*\p{Script=Han}/u, { timeout: patience(15_000) })

  // Other changes need not wait for it.
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: '摘要' }).fill('改写时存下的摘要')
  await save(page).click()
  await expect(page.getByRole('tab', { name: '版本 2' })).toBeVisible()

  await page.getByRole('button', { name: '去看看' }).click()
  await page.getByRole('button', { name: '查看' }).click()
  await dialog.getByRole('button', { name: '停止' }).click()
  await expect(dialog.getByText('到了长度上限或被停止，没有写完。')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('没有写完')).toBeVisible()
  const { currentVersion } = await creationOf(page, creator)
  expect(currentVersion?.result).toMatchObject({ title: before.title, summary: '改写时存下的摘要' })
})

test('a rewrite stopped before its first word is given back, and says so', async ({ page, creator }) => {
  await writeArticle(page)
  const { credits } = await creator.api.query<BalanceDto>('credits.balance')
  await openEditor(page)
  await title(page).selectText()
  await title(page).dispatchEvent('select')
  await page.getByRole('button', { name: '改写选中 · 10 积分' }).first().click()
  const dialog = page.getByRole('dialog', { name: '改写选中的文字' })
  await dialog.getByRole('combobox').click()
  await page.getByRole('option', { name: '自己说' }).click()
  await dialog.getByRole('textbox').fill('[[sandbox:slow-first-byte:9000]]')
  await dialog.getByRole('button', { name: '开始改写 · 10 积分' }).click()
  await dialog.getByRole('button', { name: '停止' }).click()
  await expect(dialog.getByText('已停止，还没写出文字')).toBeVisible()
  expect((await creator.api.query<BalanceDto>('credits.balance')).credits).toBe(credits)
})

test('a script is read shot by shot on a phone', { tag: '@phone' }, async ({ page, creator }) => {
  const { creationId } = await creator.api.mutate<GenerationStartedDto>('writing.generate', {
    tool: 'video-script',
    input: { topic: '一碗热汤面', seconds: 30 },
    requestKey: crypto.randomUUID(),
  })
  await page.goto(`/creations/${creationId}`)
  await expectSettled(page)
  const table = page.getByRole('table').first()
  const place = await table.boundingBox()
  const cells = table.getByRole('row').nth(1).getByRole('cell')
  for (const cell of await cells.all()) {
    const box = await cell.boundingBox()
    expect(box && place && box.x >= place.x && box.x + box.width <= place.x + place.width + 1).toBe(true)
  }
  expect(
    await table.evaluate(
      (element) => (element.parentElement?.scrollWidth ?? 0) <= (element.parentElement?.clientWidth ?? 0),
    ),
  ).toBe(true)
})
