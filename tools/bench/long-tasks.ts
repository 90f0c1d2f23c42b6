import type { Page } from '@playwright/test'

export interface LongTasks {
  /** Above 50 ms (https://www.w3.org/TR/longtasks-1/). */
  count: number
  longestMs: number
  /** What all of them took above 50 ms. */
  blockedMs: number
}

declare global {
  interface Window {
    longTasks?: { startTime: number; duration: number }[]
  }
}

/** Before the page is opened. */
export async function observeTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: { startTime: number; duration: number }[] = []
    window.longTasks = seen
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) seen.push({ startTime, duration })
    }).observe({ type: 'longtask', buffered: true })
  })
}

/** Between two moments of the page's clock. */
export async function longTasks(page: Page, from: number, to: number): Promise<LongTasks> {
  const all = await page.evaluate(() => window.longTasks ?? [])
  const durations = all.filter(({ startTime }) => startTime >= from && startTime < to).map(({ duration }) => duration)
  return {
    count: durations.length,
    longestMs: Math.max(0, ...durations),
    blockedMs: durations.reduce((sum, duration) => sum + duration - 50, 0),
  }
}
