import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { encode } from 'uqr'
import { afterEach, expect, it, vi } from 'vitest'
import { showInApp } from '../../../testing/show-in-app.tsx'
import { publicationOf } from '../testing/given.ts'
import { HandoffCard } from './handoff-card.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const publication = publicationOf('xiaohongshu', {
  status: 'awaiting_user',
  handoff: {
    kind: 'editor',
    url: 'https://creator.xiaohongshu.com/publish/publish',
    phoneUrl: 'xhsdiscover://post',
    expiresAt: null,
    fields: [
      { name: 'title', label: { zh: '标题', en: 'Title' }, text: '周末去山里住一晚', html: null },
      { name: 'caption', label: { zh: '正文', en: 'Caption' }, text: '山里的早晨很安静。', html: null },
      { name: 'tags', label: { zh: '话题', en: 'Topics' }, text: '', html: null },
    ],
    mediaIds: ['lake', 'tent'],
    steps: [{ zh: '打开小红书创作服务平台', en: 'Open the creator page' }],
    declare: '内容类型声明：含 AI 合成内容',
    phonePage: { path: '/h/Y29kZQ', expiresAt: '2026-11-30T10:00:00.000Z' },
  },
})

it('has one button for each field that has words, and copies exactly those', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve())
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  await showInApp(() => <HandoffCard publication={publication} />)
  expect(screen.getAllByRole('button', { name: /^复制/u })).toHaveLength(2)
  fireEvent.click(screen.getByRole('button', { name: '复制正文' }))
  await waitFor(() => expect(screen.getByRole('button', { name: '已复制' })).toBeTruthy())
  expect(writeText).toHaveBeenCalledExactlyOnceWith('山里的早晨很安静。')
})

it('says so where the browser does not let a page copy', async () => {
  const writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  await showInApp(() => <HandoffCard publication={publication} />)
  fireEvent.click(screen.getByRole('button', { name: '复制标题' }))
  await Promise.resolve()
  expect(screen.queryByRole('button', { name: '已复制' })).toBeNull()
})

it('has the pictures in their order, the switch to be ticked, and the app’s link for phones', async () => {
  await showInApp(() => <HandoffCard publication={publication} />)
  expect(screen.getAllByRole('button', { name: /^保存第/u }).map((one) => one.getAttribute('aria-label'))).toEqual([
    '保存第 1 张',
    '保存第 2 张',
  ])
  expect(screen.getByText('发布前请勾选：内容类型声明：含 AI 合成内容')).toBeTruthy()
  expect(screen.getByRole('link', { name: '打开小红书 App' }).getAttribute('href')).toBe('xhsdiscover://post')
  const page = screen.getByRole('link', { name: '打开平台的发布页' })
  expect(page.getAttribute('href')).toBe('https://creator.xiaohongshu.com/publish/publish')
})

it('draws our own short address, and never the platform’s long one', async () => {
  await showInApp(() => <HandoffCard publication={publication} />)
  const code = await screen.findByRole('img', { name: '用手机相机扫这个码' })
  const { size } = encode(`${location.origin}/h/Y29kZQ`, { ecc: 'M', border: 0 })
  await waitFor(() => expect(code.querySelector('svg')).toBeTruthy())
  const box = code.querySelector('svg')?.getAttribute('viewBox')?.split(' ').map(Number) ?? []
  // The component counts ten units a module, with a margin of its own.
  expect(Math.round((box[2] ?? 0) / 10)).toBeGreaterThanOrEqual(size)
  expect(Math.round((box[2] ?? 0) / 10)).toBeLessThanOrEqual(size + 8)
})
