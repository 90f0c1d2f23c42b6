import { afterEach, expect, it, vi } from 'vitest'
import { loadPage } from './lazy-page.ts'

const missing = new TypeError('Failed to fetch dynamically imported module: /assets/page.js')
const fails = () => loadPage(() => Promise.reject(missing))

afterEach(() => vi.unstubAllGlobals())

it('leaves it to the router to reload where only the file is gone', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response()))
  await expect(fails()).rejects.toBe(missing)
})

it('keeps the document where nothing can be reached: the router must not take it for a missing file', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(fails()).rejects.toThrow(/^The app cannot be reached$/)
})
