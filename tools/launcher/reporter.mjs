import { Interrupted } from './problem.mjs'

/**
 * @typedef {object} Reporter
 * @property {(text: string) => void} say one line
 * @property {() => void} mute for good: the reader has gone
 * @property {<T>(title: string, work: (note: (detail: string) => void) => Promise<T>) => Promise<T>} step
 */

/** @param {number} ms */
export function seconds(ms) {
  return ms < 60_000
    ? `${(ms / 1000).toFixed(1)} s`
    : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`
}

/**
 * Steps may run at the same time: each prints one line when it ends. While any runs, a terminal
 * shows them with their elapsed time on the bottom line; elsewhere a line comes every ten seconds.
 * @param {{ write: (text: string) => void, isTerminal: boolean, columns?: () => number }} out
 * @returns {Reporter}
 */
export function createReporter(out) {
  /** @type {Map<string, { since: number, detail: string }>} */
  const running = new Map()
  let isMuted = false
  const write = (/** @type {string} */ text) => {
    if (!isMuted) out.write(text)
  }
  const say = (/** @type {string} */ text) =>
    write(out.isTerminal && running.size > 0 ? `\r\x1b[K${text}\n` : `${text}\n`)
  const tick = () => write(progressText(running, out.isTerminal ? (out.columns?.() ?? 80) : null))
  const mute = () => {
    isMuted = true
  }
  /** @type {NodeJS.Timeout | undefined} */
  let ticking
  /** @type {Reporter['step']} */
  const step = async (title, work) => {
    const entry = { since: Date.now(), detail: '' }
    running.set(title, entry)
    ticking ??= setInterval(tick, out.isTerminal ? 200 : 10_000)
    let mark = '✓'
    try {
      return await work((detail) => {
        entry.detail = detail
      })
    } catch (error) {
      mark = error instanceof Interrupted ? '–' : '✗'
      throw error
    } finally {
      say(`${`${mark} ${titled(title, entry.detail)}`.padEnd(64)} ${seconds(Date.now() - entry.since)}`)
      running.delete(title)
      if (running.size === 0) {
        clearInterval(ticking)
        ticking = undefined
      }
    }
  }
  return { say, mute, step }
}

/**
 * @param {Map<string, { since: number, detail: string }>} running
 * @param {number | null} columns of the terminal; null where there is none
 */
function progressText(running, columns) {
  // A log is not told of steps that have only just begun.
  const shown = [...running].filter(([, { since }]) => columns !== null || Date.now() - since >= 5000)
  const parts = shown.map(([title, { since, detail }]) => `${titled(title, detail)} ${seconds(Date.now() - since)}`)
  if (columns === null) return parts.map((part) => `  … ${part}\n`).join('')
  return `\r\x1b[K… ${parts.join(' · ').slice(0, columns - 4)}`
}

/**
 * @param {string} title
 * @param {string} detail
 */
function titled(title, detail) {
  return detail ? `${title}: ${detail}` : title
}

/** The reporter of a person's or CI's standard output. */
export function terminalReporter() {
  return createReporter({
    write: (text) => void process.stdout.write(text),
    isTerminal: process.stdout.isTTY,
    columns: () => process.stdout.columns ?? 80,
  })
}
