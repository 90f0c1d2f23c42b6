import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { patience } from './env.ts'

/** What goes into the form of 公众号文章; the rest keeps its defaults. */
export interface ArticleForm {
  topic?: string
  keywords?: string[]
  /** Characters of the body; 300 is the least. */
  length?: number
  /** 补充要求. A sandbox token such as `[[sandbox:cut:5]]` in it meets this generation alone. */
  requirements?: string
  /** Alias in the model picker. */
  model?: string
}

export const topic = '人工智能如何改变内容创作'

export async function openStudio(page: Page): Promise<void> {
  await page.goto('/writing/wechat-article')
  await expect(topicBox(page)).toBeVisible()
}

export const topicBox = (page: Page): Locator => page.getByRole('textbox', { name: '文章主题' })
export const generateButton = (page: Page): Locator => page.getByRole('button', { name: /^开始生成/ })
export const article = (page: Page): Locator => page.getByRole('article')
export const creditsPill = (page: Page): Locator => page.getByRole('banner').getByRole('link', { name: /积分$/ })

export async function fillForm(page: Page, form: ArticleForm = {}): Promise<void> {
  await topicBox(page).fill(form.topic ?? topic)
  await page.getByRole('spinbutton', { name: '字数' }).fill(String(form.length ?? 300))
  for (const keyword of form.keywords ?? []) {
    await page.getByRole('textbox', { name: '关键词' }).fill(keyword)
    await page.keyboard.press('Enter')
  }
  if (form.requirements !== undefined) await page.getByRole('textbox', { name: '补充要求' }).fill(form.requirements)
  if (form.model !== undefined) await chooseModel(page, form.model)
}

async function chooseModel(page: Page, alias: string): Promise<void> {
  await page.getByRole('combobox', { name: '写作模型' }).click()
  await page.getByRole('option', { name: alias }).click()
}

/** Opens the studio, fills the form and presses the button. */
export async function startWriting(page: Page, form: ArticleForm = {}): Promise<void> {
  await openStudio(page)
  await fillForm(page, form)
  await generateButton(page).click()
}

/** Text has appeared and more is coming. */
export async function expectStreaming(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: '停止' })).toBeVisible()
  await expect(article(page)).toContainText(/\p{Script=Han}{4}/u)
}

/** The body has begun, and the count under it says so. */
export async function expectBody(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: '停止' })).toBeVisible()
  await expect(page.getByText(/^[1-9]\d+ 字$/)).toBeVisible()
}

/** Nothing runs any more, and what came of it is shown. */
export async function expectSettled(page: Page): Promise<void> {
  await expect(page.getByRole('tab', { name: '正文' })).toBeVisible({ timeout: patience(30_000) })
}

export async function writeArticle(page: Page, form: ArticleForm = {}): Promise<void> {
  await startWriting(page, form)
  await expectSettled(page)
}

/** Of the creation that is open in the studio. */
export function openCreationId(page: Page): string {
  const id = new URL(page.url()).searchParams.get('creation')
  if (id === null) throw new Error(`no creation is open: ${page.url()}`)
  return id
}
