import type { Browser, Page } from '@playwright/test'

/** A task above this keeps a person waiting (https://www.w3.org/TR/longtasks-1/). */
const longMs = 50
const begin = 'bench:begin'
const end = 'bench:end'

export interface LongTasks {
  /** By the clock, which also runs while other programs have the core. */
  byClock: { count: number; longestMs: number }
  /** By what the main thread itself has computed. */
  byCpu: { count: number; longestMs: number }
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Microseconds, as the others. */
  ts: number
  dur?: number
  tdur?: number
}

/** The page's whole tasks from one mark to the other. */
export async function traceTasks(browser: Browser, page: Page, work: () => Promise<void>): Promise<LongTasks> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] })
  await work()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const [from, to] = [begin, end].map((name) => traceEvents.find((event) => event.name === name))
  if (!from || !to) throw new Error('the trace has no marks')
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid, ts, dur = 0 }) =>
      name.endsWith('RunTask') &&
      ph === 'X' &&
      pid === from.pid &&
      tid === from.tid &&
      ts >= from.ts &&
      ts + dur <= to.ts,
  )
  return { byClock: above(tasks.map(({ dur = 0 }) => dur)), byCpu: above(tasks.map(({ tdur = 0 }) => tdur)) }
}

/** From now until the first element of `selector` is gone; the task that takes it away is not in it. Nothing is asked of the page meanwhile. */
export async function markUntilGone(page: Page, selector: string): Promise<void> {
  await page.evaluate(
    async ([from, to, shown]) => {
      performance.mark(from)
      const gone = Promise.withResolvers<undefined>()
      const observer = new MutationObserver(() => {
        if (document.querySelector(shown)) return
        performance.mark(to)
        observer.disconnect()
        gone.resolve(undefined)
      })
      observer.observe(document.body, { childList: true, subtree: true })
      await gone.promise
    },
    [begin, end, selector] as const,
  )
}

function above(microseconds: readonly number[]) {
  const ms = microseconds.map((time) => time / 1_000)
  return { count: ms.filter((time) => time > longMs).length, longestMs: Math.max(0, ...ms) }
}
