import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { academicPaper } from '@mozhou/contracts/tools/academic-paper/tool'
import { appApi } from '../../e2e/browser/app-api.ts'
import { browserStack } from '../../e2e/browser/env.ts'
import { markUntilGone, traceTasks } from './long-tasks.ts'
import type { LongTasks } from './long-tasks.ts'

/** Milliseconds between two pieces of the sandbox: 200 a second. */
const chunkDelayMs = 5
const slowerCpu = 4

export interface StreamedRow extends LongTasks {
  characters: number
  seconds: number
}

/** The studio while a paper of 20,000 characters is written into it, on a main thread that is four times as slow. */
export async function streamPaper(browser: Browser, creator: BrowserContextOptions): Promise<StreamedRow> {
  const context = await browser.newContext(creator)
  try {
    await setSandbox({ firstByteMs: 10, chunkDelayMs })
    const input = { ...academicPaper.example, scope: 'full', length: 20_000 }
    const { creationId } = await appApi(context.request).mutate<{ creationId: string }>('writing.generate', {
      tool: 'academic-paper',
      input,
      requestKey: crypto.randomUUID(),
    })
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowerCpu })
    await page.goto(`${browserStack.webUrl}/writing/academic-paper?creation=${creationId}`)
    return await watchWriting(browser, page)
  } finally {
    await context.close()
  }
}

/** From its first words to its last; what follows, when the stored text takes the place of the streamed one, is not in it. */
async function watchWriting(browser: Browser, page: Page): Promise<StreamedRow> {
  const article = page.getByRole('article')
  await article
    .getByText(/\p{Script=Han}{20}/u)
    .first()
    .waitFor({ timeout: 120_000 })
  const startedAt = performance.now()
  const tasks = await traceTasks(browser, page, async () => {
    await markUntilGone(page, '.prose-streaming')
    await page.getByRole('tab', { name: '正文' }).waitFor({ timeout: 600_000 })
  })
  const characters = ((await article.textContent()) ?? '').length
  return { characters, seconds: (performance.now() - startedAt) / 1_000, ...tasks }
}

async function setSandbox(settings: object): Promise<void> {
  const response = await fetch(`${browserStack.sandboxUrl}/__sandbox/settings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  })
  if (!response.ok) throw new Error(`the sandbox refused its settings: ${response.status}`)
}
