import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from '@playwright/test'
import { until } from '../../e2e/support/until.ts'

/** A page has settled when it has asked for nothing this long: also what it fetches in quiet moments has come. */
const quietMs = 1_500

export interface LoadedScript {
  /** Such as `assets/studio.page-B41NA5dD.js`. */
  file: string
  gzipBytes: number
}

export interface LargestPaint {
  ms: number
  /** What was painted, for people: its tag and the beginning of its text. */
  element: string
}

/** Scripts that a first visit loads until the page has settled, each as a web server would compress it. */
export async function loadedScripts(context: BrowserContext, url: string): Promise<LoadedScript[]> {
  const page = await context.newPage()
  const loading: Promise<LoadedScript>[] = []
  page.on('response', (response) => {
    if (!/javascript/.test(response.headers()['content-type'] ?? '')) return
    const file = new URL(response.url()).pathname.slice(1)
    loading.push(response.body().then((body) => ({ file, gzipBytes: gzipSync(body).length })))
  })
  await openSettled(page, url)
  const scripts = await Promise.all(loading)
  await page.close()
  return scripts
}

/** A phone of the middle class on a poor network, as Lighthouse imagines it: 4 × slower, 1.6 Mbit/s, 150 ms. */
export async function largestPaint(context: BrowserContext, url: string): Promise<LargestPaint> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  })
  await page.addInitScript(observePaints)
  await openSettled(page, url)
  const paint = await until('the browser tells of a paint', () => page.evaluate(() => window.largestPaint), 10_000)
  await page.close()
  return paint
}

declare global {
  interface Window {
    largestPaint?: LargestPaint
  }
}

/** Runs in the page. */
function observePaints(): void {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { element } = entry as LargestContentfulPaint
      const words = element?.textContent?.trim().slice(0, 20) ?? ''
      window.largestPaint = {
        ms: entry.startTime,
        element: `${element?.tagName.toLowerCase() ?? 'replaced since'} “${words}”`,
      }
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true })
}

async function openSettled(page: Page, url: string): Promise<void> {
  let underWay = 0
  let lastAt = performance.now()
  const note = (change: number) => () => {
    underWay += change
    lastAt = performance.now()
  }
  page.on('request', note(1))
  page.on('requestfinished', note(-1))
  page.on('requestfailed', note(-1))
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 })
  await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 })
  await until('the page has settled', () => underWay === 0 && performance.now() - lastAt > quietMs, 60_000)
  const { pathname } = new URL(page.url())
  if (pathname !== new URL(url).pathname) throw new Error(`${url} led to ${pathname}`)
}
