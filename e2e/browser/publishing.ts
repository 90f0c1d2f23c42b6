import type { CreationDto } from '@mozhou/contracts/creations/answers'
import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import type { PlatformAccountDto, PublicationDetailDto, PublishDto } from '@mozhou/contracts/publications/answers'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import type { PlayedAccount } from '../support/publishing-sandbox.ts'
import { patience } from './env.ts'
import type { Creator } from './test.ts'
import { expect } from './test.ts'

/** A publication begins, uploads and is asked about. */
export const reviewed = { timeout: patience(60_000) }

/** A finished work of the sandbox's, over the API. */
export async function writeWork(creator: Creator): Promise<string> {
  const { creationId } = await creator.api.mutate<GenerationStartedDto>('writing.generate', {
    tool: 'wechat-article',
    input: { topic: '周末去山里住一晚', length: 300, requirements: '' },
    requestKey: crypto.randomUUID(),
  })
  await expect
    .poll(async () => (await creator.api.query<CreationDto>('creations.get', { creationId })).status)
    .toBe('succeeded')
  return creationId
}

export async function uploadPicture(page: Page): Promise<void> {
  const create = { width: 1_080, height: 1_440, channels: 3 as const, background: '#6a8' }
  await page.goto('/settings/files')
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles([{ name: '山.png', mimeType: 'image/png', buffer: await sharp({ create }).png().toBuffer() }])
  // Not before it is stored: while it is under way it is in the list, too.
  await expect(page.getByRole('button', { name: '下载 山.png' })).toBeVisible()
}

/** Where the page says that it stands. */
export const badge = (page: Page, words: string) => page.getByRole('main').getByText(words, { exact: true }).first()

export const one = ({ api }: Creator, publicationId: string) =>
  api.query<PublicationDetailDto>('publications.one', { publicationId })

/** Published over the API, for tests of what comes afterwards. */
export async function begin(page: Page, creator: Creator, account: PlayedAccount, title: string): Promise<string> {
  await uploadPicture(page)
  const { items } = await creator.api.query<{ items: { id: string }[] }>('files.list', {})
  const { account: connected } = await creator.api.mutate<{ account: PlatformAccountDto }>('publications.connect', {
    platform: 'wechat_official',
    way: 'keys',
    keys: { name: account.name, appId: account.appId, appSecret: account.appSecret },
  })
  const { publications, refused } = await creator.api.mutate<PublishDto>('publications.publish', {
    creationId: await writeWork(creator),
    pictures: items.map(({ id }) => id),
    targets: [{ accountId: connected.id, edits: { title } }],
    onRefusal: 'skip',
    requestKey: crypto.randomUUID(),
  })
  expect(refused).toEqual([])
  return publications[0]?.id ?? ''
}
