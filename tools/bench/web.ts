import { loadavg } from 'node:os'
import { chromium } from '@playwright/test'
import type { Browser, BrowserContextOptions } from '@playwright/test'
import { appApi } from '../../e2e/browser/app-api.ts'
import { chromiumFlags } from '../../e2e/browser/chromium-flags.ts'
import { browserStack, demoAccount } from '../../e2e/browser/env.ts'
import { largestPaint, loadedScripts } from './page-load.ts'
import type { LoadedScript } from './page-load.ts'
import { budgets } from '../../apps/web/loading.ts'
import { percentile } from './percentile.ts'
import { streamPaper } from './streaming.ts'

// `npm run bench -- web`: the built creators' app in a real browser. Its own program, because the apps that it needs
// would take part of the machine from every other measurement.

const paints = 5
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true }
const visitor: BrowserContextOptions = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }
const loginUrl = `${browserStack.webUrl}/login`
const writingUrl = `${browserStack.webUrl}/writing/wechat-article`

const browser = await chromium.launch({ executablePath: browserStack.chromiumPath, args: chromiumFlags })
try {
  const creator = { ...visitor, storageState: await signIn(browser) }
  const isOnly = process.argv.includes('streaming')
  if (!isOnly) {
    await tellScripts(browser, creator)
    await tellPaints(browser, creator)
  }
  await tellStreaming(browser, creator)
} finally {
  await browser.close()
}

async function signIn(browser: Browser) {
  const context = await browser.newContext(visitor)
  const { username: login, password } = demoAccount('creator')
  await appApi(context.request).mutate('auth.login', { login, password })
  const state = await context.storageState()
  await context.close()
  return state
}

async function tellScripts(browser: Browser, creator: BrowserContextOptions): Promise<void> {
  const login = await onceIn(browser, visitor, (context) => loadedScripts(context, loginUrl))
  const writing = await onceIn(browser, creator, (context) => loadedScripts(context, writingUrl))
  console.log('\nScripts of a settled page on a first visit, kB gzipped')
  console.log('| page | files | kB | budget | the largest |')
  console.log('|---|---|---|---|---|')
  for (const [page, scripts] of Object.entries({ '/login': login, '/writing/wechat-article': writing })) {
    const budget = budgets.find((one) => one.page === page)
    if (!budget) throw new Error(`${page} has no budget`)
    const total = scripts.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0)
    console.log(`| ${[page, scripts.length, kB(total), kB(budget.maxBytes), heaviest(scripts, 5)].join(' | ')} |`)
  }
}

function heaviest(scripts: LoadedScript[], count: number): string {
  const sorted = scripts.toSorted((left, right) => right.gzipBytes - left.gzipBytes)
  return sorted
    .slice(0, count)
    .map(({ file, gzipBytes }) => `${file.replace(/^assets\//, '').replace(/-[\w-]{8}\.js$/, '')} ${kB(gzipBytes)}`)
    .join(', ')
}

async function tellPaints(browser: Browser, creator: BrowserContextOptions): Promise<void> {
  console.log(
    `\nLargest contentful paint of the writing page: first visit, 4 × slower CPU, 1.6 Mbit/s, 150 ms (load of the machine ${loadavg()[0]?.toFixed(1)})`,
  )
  console.log(`| screen | samples | p50 ms | longest ms | what |`)
  console.log('|---|---|---|---|---|')
  for (const [screen, options] of Object.entries({ phone: { ...creator, ...phone }, desktop: creator })) {
    const seen = []
    for (let round = 0; round < paints; round += 1)
      seen.push(await onceIn(browser, options, (context) => largestPaint(context, writingUrl)))
    const times = seen.map(({ ms }) => ms)
    const cells = [paints, percentile(times, 0.5).toFixed(0), Math.max(...times).toFixed(0), seen.at(-1)?.element]
    console.log(`| ${screen} | ${cells.join(' | ')} |`)
  }
}

async function tellStreaming(browser: Browser, creator: BrowserContextOptions): Promise<void> {
  console.log(
    `\nThe studio while a long text is written, 200 pieces a second, 4 × slower CPU (load ${loadavg()[0]?.toFixed(1)})`,
  )
  console.log('| characters | s | tasks above 50 ms of CPU | longest | by the clock | longest |')
  console.log('|---|---|---|---|---|---|')
  const { characters, seconds, byCpu, byClock } = await streamPaper(browser, creator)
  const cells = [byCpu, byClock].flatMap(({ count, longestMs }) => [count, longestMs.toFixed(0)])
  console.log(`| ${[characters, seconds.toFixed(0), ...cells].join(' | ')} |`)
}

/** In a context of its own, with nothing in its cache. */
async function onceIn<T>(
  browser: Browser,
  options: BrowserContextOptions,
  work: (context: Awaited<ReturnType<Browser['newContext']>>) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options)
  try {
    return await work(context)
  } finally {
    await context.close()
  }
}

function kB(bytes: number): string {
  return (bytes / 1_000).toFixed(1)
}
