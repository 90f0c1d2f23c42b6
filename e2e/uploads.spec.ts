import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { appApi } from './browser/app-api.ts'
import { browserStack, demoAccount } from './browser/env.ts'
import { expect, test } from './browser/test.ts'

/** A sound of noise: the head of a WAV, and samples. */
function sound(bytes: number): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF')
  head.writeUInt32LE(bytes - 8, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.write('data', 36)
  head.writeUInt32LE(bytes - 44, 40)
  return Buffer.concat([head, randomBytes(bytes - 44)])
}

test('a large file waits out a broken line, can be paused, and is one file in the end', async ({
  page,
  creator,
  browser,
}) => {
  await page.goto('/settings/files')
  let parts = 0
  let hold: (() => void) | null = null
  await page.route('**/api/v1/files/uploads/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue()
    parts += 1
    // The line breaks within the first part, and the second takes its time.
    if (parts === 1) return route.abort('connectionreset')
    if (parts === 2) await new Promise<void>((resolve) => (hold = resolve))
    return route.continue().catch(() => undefined)
  })
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: '旁白.wav', mimeType: 'audio/wav', buffer: sound(20_000_000) })
  const line = page.getByRole('listitem').filter({ hasText: '旁白.wav' })
  await expect(line).toContainText('正在重连')
  await expect.poll(() => parts).toBe(2)
  await line.getByRole('button', { name: '暂停 旁白.wav 的上传' }).click()
  await expect(line).toContainText('已暂停')
  ;(hold as (() => void) | null)?.()
  await page.unroute('**/api/v1/files/uploads/*')
  await line.getByRole('button', { name: '继续上传 旁白.wav' }).click()
  await expect(page.getByRole('button', { name: '下载 旁白.wav' })).toBeVisible()
  await expect(line.getByRole('progressbar')).toHaveCount(0)
  expect(await creator.api.query('files.space')).toMatchObject({ usedBytes: 20_000_000, heldBytes: 0 })

  // Operators see whose it is, and come to what takes the space.
  const office = await browser.newContext({ baseURL: browserStack.adminUrl, locale: 'zh-CN' })
  const { username, password } = demoAccount('operator')
  await appApi(office.request, 'admin').mutate('auth.login', { login: username, password })
  const admin = await office.newPage()
  await admin.goto(`/storage?search=${creator.user.username}`)
  const row = admin.getByRole('row').filter({ hasText: creator.user.username })
  await expect(row).toContainText('20 MB')
  await row.getByRole('link').click()
  await expect(admin.getByRole('tab', { name: '占用空间', selected: true })).toBeVisible()
  await expect(admin.getByText('原图、文档和音视频')).toBeVisible()
  await office.close()
})

/** Sends a file's first part, holds the second, and pauses; the page that comes next knows nothing of it. */
async function leaveUnfinished(page: Page, path: string, name: string): Promise<void> {
  let parts = 0
  await page.route('**/api/v1/files/uploads/*', (route) => {
    if (route.request().method() === 'PATCH') parts += 1
    return parts < 2 ? route.continue() : undefined
  })
  await page.locator('input[type="file"][multiple]').setInputFiles(path)
  await expect.poll(() => parts).toBe(2)
  await page.getByRole('button', { name: `暂停 ${name} 的上传` }).click()
  await expect(page.getByText('已暂停')).toBeVisible()
  await page.unroute('**/api/v1/files/uploads/*')
  await page.reload()
}

test('an upload that was left is listed: the same file goes on, another is refused, given up it takes no space', async ({
  page,
  creator,
}, testInfo) => {
  const [path, other] = [testInfo.outputPath('片段.wav'), testInfo.outputPath('别的.wav')]
  await writeFile(path, sound(40_000_000))
  await writeFile(other, sound(20_000_000))
  await page.goto('/settings/files')
  await leaveUnfinished(page, path, '片段.wav')
  const left = page.getByRole('listitem').filter({ hasText: '片段.wav' })
  await expect(left).toContainText('传到 40%')
  const choice = left.getByLabel('选同一个文件，继续上传 片段.wav')
  await choice.setInputFiles(other)
  await expect(left.getByRole('alert')).toContainText('这不是同一个文件')
  let sent = 0
  page.on('request', (request) => void (sent += request.method() === 'PATCH' ? 1 : 0))
  await choice.setInputFiles(path)
  await expect(page.getByRole('button', { name: '下载 片段.wav' })).toBeVisible()
  expect(sent).toBe(2)
  expect(await creator.api.query('files.space')).toMatchObject({ usedBytes: 40_000_000, heldBytes: 0 })

  await leaveUnfinished(page, other, '别的.wav')
  await page.getByRole('button', { name: '放弃 别的.wav 的上传' }).click()
  await expect(page.getByText('没有传完的上传')).toHaveCount(0)
  expect(await creator.api.query('files.space')).toMatchObject({ usedBytes: 40_000_000, heldBytes: 0 })
})
