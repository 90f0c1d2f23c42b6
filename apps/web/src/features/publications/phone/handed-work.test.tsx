import type { HandedOverDto } from '@mozhou/contracts/publications/handoff'
import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it, vi } from 'vitest'
import { showInApp } from '../../../testing/show-in-app.tsx'
import { packageOf, publicationId } from '../testing/given.ts'
import { HandedWork } from './handed-work.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const share = 'snssdk1128://openplatform/share?client_key=k'
const pack = packageOf('douyin')
const handed: HandedOverDto = {
  publicationId,
  platform: 'douyin',
  title: '周末去山里住一晚',
  isSandbox: false,
  package: pack,
  mediaLinks: pack.media.map(({ id }) => ({ id, url: `/f/${id}`, downloadUrl: `/f/${id}?save` })),
  expiresAt: '2026-11-30T10:00:00.000Z',
  handoff: {
    kind: 'scan',
    url: 'https://creator.douyin.com/creator-micro/content/upload',
    phoneUrl: share,
    expiresAt: '2026-11-30T10:00:00.000Z',
    fields: [{ name: 'caption', label: { zh: '描述', en: 'Caption' }, text: '山里的早晨很安静。', html: null }],
    mediaIds: pack.media.map(({ id }) => id),
    steps: [{ zh: '描述不会自动带入：复制后粘贴', en: 'Paste the caption' }],
    declare: null,
    phonePage: null,
  },
}

it('has all that a phone needs: the app, each field to copy, each picture to save, and where the link goes', async () => {
  await showInApp(() => <HandedWork handed={handed} />)
  expect(screen.getByRole('link', { name: '打开抖音 App' }).getAttribute('href')).toBe(share)
  expect(screen.getByRole('button', { name: '复制描述' })).toBeTruthy()
  expect(screen.getAllByRole('button', { name: /^保存第/u })).toHaveLength(pack.media.length)
  for (const picture of screen.getAllByRole('img').filter(({ tagName }) => tagName === 'IMG'))
    expect(picture.getAttribute('src')).toMatch(/^\/f\//u)
  const back = screen.getByRole('link', { name: '去填链接（要登录）' })
  expect(back.getAttribute('href')).toContain(publicationId)
  expect(screen.queryByText(/在浏览器打开/u)).toBeNull()
})

it('says inside a chat program that the app cannot be opened from there', async () => {
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50', language: 'zh-CN' })
  await showInApp(() => <HandedWork handed={handed} />)
  expect(screen.getByText(/在浏览器打开/u)).toBeTruthy()
})

it('tells a phone to open the app where one opens the page on a computer', async () => {
  const steps = [{ zh: '打开小红书创作服务平台', en: 'Open the creator page' }, ...handed.handoff.steps]
  const editor = {
    ...handed,
    platform: 'xiaohongshu' as const,
    handoff: { ...handed.handoff, kind: 'editor' as const, steps },
  }
  await showInApp(() => <HandedWork handed={editor} />)
  const items = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(items.find((words) => words?.includes('创作服务平台'))).toBe('打开小红书 App，点发布打开小红书创作服务平台')
})
