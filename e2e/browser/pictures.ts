import type { CreationDto } from '@mozhou/contracts/creations/answers'
import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import type { ImageCreationDto } from '@mozhou/contracts/images/answers'
import type { Locator, Page } from '@playwright/test'
import { patience } from './env.ts'
import type { Creator } from './test.ts'
import { expect } from './test.ts'

export const prompt = '清晨的江面上一叶小舟'

export const submit = (page: Page): Locator => page.getByRole('button', { name: /^生成 \d 张/ })
export const gallery = (page: Page): Locator => page.getByRole('list', { name: '这一版的图片' }).getByRole('button')
export const inDialog = (page: Page): Locator => page.getByRole('dialog').last()

/** A picture that the browser has really drawn. */
export async function expectDrawn(picture: Locator): Promise<void> {
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth), { timeout: patience(20_000) })
    .toBeGreaterThan(90)
}

/** Written over the API; resolves when it is there. */
export async function article(creator: Creator): Promise<string> {
  const { creationId } = await creator.api.mutate<GenerationStartedDto>('writing.generate', {
    tool: 'wechat-article',
    input: { topic: '人工智能如何改变内容创作', length: 300 },
    requestKey: crypto.randomUUID(),
  })
  await expect
    .poll(async () => (await creator.api.query<CreationDto>('creations.get', { creationId })).status)
    .toBe('succeeded')
  return creationId
}

/** Made over the API; resolves when it has come to its end. */
export async function picture(creator: Creator, input: object): Promise<ImageCreationDto> {
  const { creationId } = await creator.api.mutate<GenerationStartedDto>('images.generate', {
    prompt,
    ...input,
    requestKey: crypto.randomUUID(),
  })
  const read = () => creator.api.query<ImageCreationDto>('images.get', { creationId })
  await expect
    .poll(async () => (await read()).creation.status, { timeout: patience(60_000) })
    .toMatch(/succeeded|failed|cancelled/)
  return read()
}

export async function paint(page: Page): Promise<void> {
  await page.getByRole('button', { name: '涂抹区域' }).click()
  const canvas = inDialog(page).getByRole('application', { name: '蒙版画布' })
  await expectDrawn(canvas.getByRole('presentation', { includeHidden: true }).first())
  const box = await canvas.boundingBox()
  if (!box) throw new Error('the canvas has no place on the page')
  const point = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  await page.mouse.move(...point(0.42, 0.45))
  await page.mouse.down()
  await page.mouse.move(...point(0.58, 0.55), { steps: 6 })
  await page.mouse.up()
}
