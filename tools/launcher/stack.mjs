import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setAppEnvironment, startSandbox } from './apps.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureNode } from './node-runtime.mjs'
import { dataDir } from './paths.mjs'
import { describeProblem } from './problem.mjs'
import { runLauncher, untilInterrupted } from './run-launcher.mjs'
import { startThrowAwayServers } from './servers.mjs'
import { testEnvironment } from './test-environment.mjs'

// npm run stack: servers for running tests by hand, on free ports and throw-away data, until Ctrl-C.
const exitCode = await runLauncher({ throwAway: `stack-${process.pid}` }, async (session) => {
  await ensureNode(session)
  await ensureDependencies(session, { onlyIfMissing: true })
  const servers = await startThrowAwayServers(session)
  setAppEnvironment(session)
  // Somebody working on the sandbox still wants the servers.
  await startSandbox(session).catch((error) => {
    if (session.signal.aborted) throw error
    session.reporter.say(describeProblem(error))
  })
  const values = Object.entries(testEnvironment(session, servers))
  const text = values.map(([name, value]) => `export ${name}='${value}'\n`).join('')
  const file = join(dataDir, 'stack.env')
  writeFileSync(file, text)
  session.reporter.say(
    `\n${text}\nAlso in .data/stack.env:  . .data/stack.env && npx vitest run --project int\nCtrl-C ends it.`,
  )
  try {
    return await untilInterrupted(session)
  } finally {
    // A later stack may have written its own.
    if (existsSync(file) && readFileSync(file, 'utf8') === text) rmSync(file)
  }
})
process.exit(exitCode)
