import sharp from 'sharp'
import { expectAccessible } from './browser/accessibility.ts'
import { expect, test } from './browser/test.ts'

const picture = (background: string) =>
  sharp({ create: { width: 640, height: 400, channels: 3, background } })
    .png()
    .toBuffer()

test(
  'files are uploaded, looked at, deleted, brought back and cleared',
  { tag: '@phone' },
  async ({ page, creator }) => {
    await page.goto('/settings')
    await page.getByRole('link', { name: '查看文件' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '占用空间' })).toBeVisible()
    await expect(page.getByText('还没有文件')).toBeVisible()

    const input = page.locator('input[type="file"]').first()
    await input.setInputFiles([
      { name: '春天.png', mimeType: 'image/png', buffer: await picture('#c85') },
      { name: '假图.png', mimeType: 'image/png', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
    ])
    const card = page.getByRole('listitem').filter({ hasText: '春天.png' })
    await expect(card).toBeVisible()
    await expect(page.getByRole('alert')).toContainText('这种文件不能上传')
    await page.getByRole('button', { name: '知道了' }).click()
    // The thumbnail is a picture that the browser has really drawn.
    const shown = card.getByRole('presentation')
    await expect.poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(100)
    await expectAccessible(page, [
      {
        name: 'files',
        open: async () => {
          await page.goto('/settings/files')
          await expect(card).toBeVisible()
        },
      },
    ])

    const download = page.waitForEvent('download')
    await card.getByRole('button', { name: '下载 春天.png' }).click()
    expect((await download).suggestedFilename()).toBe('春天.png')

    await card.getByRole('button', { name: '删除 春天.png' }).click()
    await expect(page.getByText('还没有文件')).toBeVisible()
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(card).toBeVisible()
    await card.getByRole('button', { name: '删除 春天.png' }).click()
    await page.getByRole('radiogroup').getByText('回收站').click()
    await expect(page.getByText('还有 30 天')).toBeVisible()
    await page.getByRole('button', { name: '清空回收站' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '清空回收站' }).click()
    await expect(page.getByText('回收站是空的')).toBeVisible()
    await expect(page.getByText(/^已用 0 B/)).toBeVisible()
    expect(await creator.api.query('files.space')).toMatchObject({ usedBytes: 0, trash: { files: 0 } })
  },
)
