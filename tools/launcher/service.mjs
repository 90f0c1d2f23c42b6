import { describeExit, diedEarly, startChild } from './child.mjs'
import { watchLiveness } from './liveness.mjs'
import { tailOfLog } from './log-file.mjs'
import { Interrupted, Problem } from './problem.mjs'
import { seconds } from './reporter.mjs'
import { healthyAfterMs, nextRestartMs } from './restart-policy.mjs'
import { sleep } from './sleep.mjs'

/**
 * A long-running child.
 * @typedef {object} Service
 * @property {import('./child.mjs').ChildSpec} spec
 * @property {() => Promise<boolean>} isReady asked again until it says yes
 * @property {number} [timeoutMs]
 * @property {string[]} fixes what to do when it does not come up
 * @property {import('./liveness.mjs').Liveness | undefined} [liveness] silence is watched where this is said
 * @property {(deaths: number) => number} [restartMs] the policy's pauses unless said
 */

/**
 * Starts a service, waits until it is ready, then keeps it up.
 * @param {import('./session.mjs').Session} session
 * @param {Service} service
 */
export async function startService(session, service) {
  if (session.signal.aborted) throw new Interrupted()
  const child = await startChild(session, service.spec)
  session.children.push(child)
  await waitUntilReady(session, service, child)
  void keepUp(session, service, child)
  return child
}

/**
 * @param {import('./session.mjs').Session} session
 * @param {Service} service
 * @param {import('./child.mjs').Child} child
 */
async function waitUntilReady(session, service, child) {
  const timeoutMs = service.timeoutMs ?? 60_000
  const deadline = Date.now() + timeoutMs
  while (!(await service.isReady())) {
    if (session.signal.aborted) throw new Interrupted()
    if (child.exit()) throw diedEarly(child, service.fixes)
    if (Date.now() > deadline) {
      throw new Problem(`${service.spec.name} was not ready after ${timeoutMs / 1000} s`, {
        why: `it runs, but does not answer; its last log lines follow, the whole log is ${child.logFile}`,
        fixes: service.fixes,
        log: tailOfLog(child.logFile),
      })
    }
    await sleep(60, session.signal)
  }
  // Somebody else may have answered on its port while it was dying.
  if (child.exit()) throw diedEarly(child, service.fixes)
}

/** A person who watches would wonder. */
const pauseWorthTellingMs = 3_000

/**
 * @param {import('./session.mjs').Session} session
 * @param {Service} service
 * @param {import('./child.mjs').Child} first
 */
async function keepUp(session, service, first) {
  const { say } = session.reporter
  const { name } = service.spec
  let deaths = 0
  let child = first
  let startedAt = Date.now()
  while (true) {
    if (service.liveness) void watchLiveness(session, child, service.liveness)
    const exit = await child.exited
    if (session.signal.aborted) return
    deaths = Date.now() - startedAt < healthyAfterMs ? deaths + 1 : 1
    const delayMs = (service.restartMs ?? nextRestartMs)(deaths)
    say(`! ${name} ${describeExit(exit)}\n${tailOfLog(child.logFile, 8)}`)
    if (delayMs >= pauseWorthTellingMs) {
      say(
        `✗ ${name} died ${deaths} times in a row: the next try follows in ${seconds(delayMs)}. See ${child.logFile} and ${child.logFile}.1`,
      )
    }
    try {
      await sleep(delayMs, session.signal)
      child = await startChild(session, service.spec)
      startedAt = Date.now()
      session.children.splice(
        session.children.findIndex((one) => one.spec.name === name),
        1,
        child,
      )
      say(`↻ ${name} started again`)
    } catch (error) {
      if (!(error instanceof Interrupted)) say(`✗ ${name} could not be started again: ${String(error)}`)
      return
    }
  }
}

/**
 * Ends every child in order: the highest rank first, those of one rank together.
 * @param {import('./session.mjs').Session} session
 */
export async function stopServices(session) {
  const running = session.children.filter((child) => child.exit() === null)
  const ranks = [...new Set(running.map((child) => child.spec.stopRank ?? 0))].sort((a, b) => b - a)
  for (const rank of ranks) {
    const together = running.filter((child) => (child.spec.stopRank ?? 0) === rank)
    await Promise.all(
      together.map(async (child) => {
        if ((await child.stop()) === 'killed')
          session.reporter.say(`! ${child.spec.name} did not end in time and was killed`)
      }),
    )
  }
}
