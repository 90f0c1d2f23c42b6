import { acquireLock, releaseLock } from './launcher-lock.mjs'
import { endLeftovers } from './leftovers.mjs'
import { describeProblem, Interrupted } from './problem.mjs'
import { stopServices } from './service.mjs'
import { createSession } from './session.mjs'
import { removeHome, sweepThrowAways } from './throw-away.mjs'

/** @typedef {import('./session.mjs').Session} Session */

/**
 * The frame of every command: one launcher at a time, leftovers of a killed one ended first,
 * Ctrl-C and SIGTERM obeyed at any moment, and nothing left running whatever happens.
 * @param {{ throwAway?: string, verbose?: boolean }} options
 * @param {(session: Session) => Promise<number>} body resolves to the exit code
 * @returns {Promise<number>} the exit code; the caller ends the process, since a socket may keep it alive
 */
export async function runLauncher(options, body) {
  /** @type {Session | undefined} */
  let session
  try {
    session = await createSession(options)
    acquireLock(session.home)
  } catch (error) {
    console.error(describeProblem(error))
    return 1
  }
  const { say } = session.reporter
  const signalled = obeySignals(session)
  try {
    await sweepThrowAways(say)
    await endLeftovers(session.runDir, say)
    return await body(session)
  } catch (error) {
    if (!(error instanceof Interrupted)) say(`\n${describeProblem(error)}`)
    return signalled() ?? 1
  } finally {
    // Set-up steps that still run end themselves on this; services below are ended in order.
    session.abort()
    await stopServices(session)
    if (session.throwAway) removeHome(session.home)
    else releaseLock(session.home)
  }
}

/** What a shell expects of a program that a signal ended. */
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

/**
 * @param {Session} session
 * @returns {() => number | null} the exit code that a received signal asks for
 */
function obeySignals(session) {
  /** @type {number | null} */
  let code = null
  for (const [name, exitCode] of Object.entries(exitCodes)) {
    process.on(name, () => {
      if (code === null) session.reporter.say(`\nStops (${name}) …`)
      code = exitCode
      session.abort()
    })
  }
  // `npm start | head`: nobody reads any more. Telling of it would fail again, for ever.
  process.stdout.on('error', () => {
    code ??= 1
    session.reporter.mute()
    session.abort()
  })
  process.on('uncaughtException', (error) => {
    session.reporter.say(`\n${describeProblem(error)}`)
    code = 1
    session.abort()
  })
  return () => code
}

/**
 * Stays up until Ctrl-C or SIGTERM.
 * @param {Session} session
 * @returns {Promise<never>}
 */
export function untilInterrupted(session) {
  // A promise alone does not keep a process alive.
  const alive = setInterval(() => {}, 60_000)
  return new Promise((_, reject) => {
    const end = () => {
      clearInterval(alive)
      reject(new Interrupted())
    }
    if (session.signal.aborted) end()
    else session.signal.addEventListener('abort', end, { once: true })
  })
}
