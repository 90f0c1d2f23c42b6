import { adapt } from '@mozhou/platforms/adapt/adapt'
import type { PackageMedia } from '@mozhou/platforms/platform-package'
import { workOf } from '@mozhou/platforms/testing/works'
import { afterEach, expect, it, vi } from 'vitest'
import { savePicture } from './save-picture.ts'

afterEach(() => vi.restoreAllMocks())

/** What the browser is asked to save. */
function watchSaved() {
  const saved: { href: string; name: string }[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function keep(this: HTMLAnchorElement) {
    saved.push({ href: this.getAttribute('href') ?? '', name: this.download })
  })
  return saved
}

const formula: PackageMedia = { kind: 'formula', id: 'formula-1', tex: 'a^2', isDisplay: true }
const card = adapt('xiaohongshu', workOf('山里的早晨很安静。')).package.media.find(({ kind }) => kind === 'card')

it('saves a formula and a card as the files that the platform would be sent, numbered in their order', async () => {
  const saved = watchSaved()
  expect(await savePicture(formula, '/f/fil_1?use=download', 1)).toBe(true)
  expect(card && (await savePicture(card, '/f/fil_2?use=download', 2))).toBe(true)
  expect(saved).toEqual([
    { href: '/f/fil_1?use=download', name: '01-formula-1.png' },
    { href: '/f/fil_2?use=download', name: `02-${card?.id}.png` },
  ])
})

it('says of a formula that nobody has drawn that it cannot be saved', async () => {
  const saved = watchSaved()
  expect(await savePicture(formula, null, 1)).toBe(false)
  expect(saved).toEqual([])
})
