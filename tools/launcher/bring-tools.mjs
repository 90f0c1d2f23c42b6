import { ensureDependencies } from './dependencies.mjs'
import { ensureNode } from './node-runtime.mjs'
import { generateClient } from './prepare.mjs'
import { runLauncher } from './run-launcher.mjs'

// The first steps of `npm start`, for a script that finds them not done. Its folder is a throw-away one: an `npm start`
// may be running.
const exitCode = await runLauncher({ throwAway: `tools-${process.pid}` }, async (session) => {
  await ensureNode(session)
  await ensureDependencies(session, { onlyIfMissing: true })
  if (process.argv.includes('--client')) await generateClient(session)
  return 0
})
process.exit(exitCode)
