import { readFileSync } from 'node:fs'
import { describeExit, startChild } from './child.mjs'
import { tailOfLog } from './log-file.mjs'
import { Interrupted, Problem } from './problem.mjs'

/**
 * Runs a program to its end, with its output in a log. It is a child like any other: recorded,
 * in its own group, and ended when the launcher is interrupted.
 * @param {import('./child.mjs').Place & { signal: AbortSignal }} session
 * @param {import('./child.mjs').ChildSpec & { fixes?: string[] }} spec
 * @returns {Promise<string>} what it printed, both streams
 */
export async function runCommand(session, spec) {
  const { output, exit, logFile } = await tryCommand(session, spec)
  if (exit.code === 0) return output
  throw new Problem(`${spec.name} ${describeExit(exit)}`, {
    why: `${[spec.command, ...spec.args].join(' ')} failed; its last lines follow, the whole log is ${logFile}`,
    fixes: spec.fixes ?? [],
    log: tailOfLog(logFile),
  })
}

/**
 * The same for a caller who decides what a failure means.
 * @param {import('./child.mjs').Place & { signal: AbortSignal }} session
 * @param {import('./child.mjs').ChildSpec} spec
 */
export async function tryCommand(session, spec) {
  if (session.signal.aborted) throw new Interrupted()
  const child = await startChild(session, spec)
  /** @type {Promise<unknown>} */
  let stopped = Promise.resolve()
  const stop = () => {
    stopped = child.stop()
  }
  session.signal.addEventListener('abort', stop, { once: true })
  const exit = await child.exited
  session.signal.removeEventListener('abort', stop)
  await stopped
  if (session.signal.aborted) throw new Interrupted()
  const output = spec.output === 'plain' ? '' : readFileSync(child.logFile, 'utf8')
  return { exit, output, logFile: child.logFile }
}
