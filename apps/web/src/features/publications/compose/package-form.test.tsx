import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { checkPackage } from '@mozhou/platforms/rules/check-package'
import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, it } from 'vitest'
import { showInApp } from '../../../testing/show-in-app.tsx'
import { packageOf } from '../testing/given.ts'
import { PackageForm } from './package-form.tsx'

afterEach(cleanup)

async function show(begin: PlatformPackage): Promise<() => PlatformPackage> {
  const [pack, setPack] = createSignal(begin)
  const results = () => checkPackage(pack(), { day: '2026-11-30' }).results
  await showInApp(() => <PackageForm package={pack()} results={results()} links={[]} onChange={setPack} />)
  return pack
}

it('says beside the title that it is too long, and mends it in one press', async () => {
  const pack = await show({ ...packageOf('xiaohongshu'), title: '周末去山里住一晚，带孩子看星星要准备的七样东西' })
  const fix = screen.getByRole('button', { name: /^标题改成/u })
  expect(screen.getByRole('textbox', { name: '标题' }).closest('div.empty\\:hidden')?.contains(fix)).toBe(true)
  fireEvent.click(fix)
  expect(Array.from(pack().title).length).toBeLessThanOrEqual(20)
  expect(screen.queryByRole('button', { name: /^标题改成/u })).toBeNull()
})

it('changes words of a laid-out body and nothing of its layout, and keeps the box while it is empty', async () => {
  const pack = await show(packageOf('wechat_official'))
  const marks = () => {
    const { body } = pack()
    return body.form === 'html' ? body.html.match(/<[^<>]*>/gu) : null
  }
  const before = marks()
  const boxes = () => screen.getAllByRole('textbox', { name: /^正文第/u, hidden: true })
  const [box] = boxes().filter((one) => (one as HTMLTextAreaElement).value.includes('山里的早晨'))
  const count = boxes().length
  if (!box) throw new Error('the paragraph has no box')
  fireEvent.input(box, { target: { value: '' } })
  expect(boxes()).toHaveLength(count)
  fireEvent.input(box, { target: { value: '雨 <停> 了。' } })
  expect(marks()).toEqual(before)
  expect(pack().body).toMatchObject({ html: expect.stringContaining('雨 &lt;停&gt; 了。') })
})

it('puts pictures into another order, and makes one the cover', async () => {
  const pack = await show(packageOf('xiaohongshu'))
  const [first, second] = pack().media.map(({ id }) => id)
  fireEvent.click(screen.getByRole('button', { name: '“tent.jpg”往后' }))
  expect(pack().media.map(({ id }) => id)).toEqual([second, first])
  fireEvent.click(screen.getByRole('button', { name: '用“lake.jpg”作封面' }))
  expect(pack().cover).toBe('lake')
  fireEvent.click(screen.getByRole('button', { name: '不要“tent.jpg”' }))
  expect(pack().media.map(({ id }) => id)).toEqual(['lake'])
})
