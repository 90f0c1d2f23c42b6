import { Client, Connection } from '@temporalio/client'
import { walkAllTools } from './demo/all-tools.ts'
import { drawPictures } from './demo/draw.ts'
import { DemoFailure, say } from './demo/narrate.ts'
import { createSandbox } from './support/sandbox.ts'
import { runningStack } from './support/env.ts'
import { publishToFour } from './demo/publish.ts'
import { tellStory } from './demo/story.ts'

/** `npm run demo`: the main job, told against the stack of `npm start`. Ends with 0 when every promise was kept. */
const addresses = runningStack()
const sandbox = createSandbox(addresses.sandboxUrl)
const faults: number[] = []
const cleanUp = async () => {
  for (const id of faults.splice(0)) await sandbox.forget(id)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void cleanUp().finally(() => process.exit(1)))
}
const connection = Connection.lazy({ address: addresses.temporalAddress })
try {
  await tellStory({
    addresses,
    temporal: new Client({ connection, namespace: addresses.temporalNamespace }),
    strike: async (behaviour) => void faults.push(await sandbox.behave(behaviour)),
    cleanUp,
  })
  const lostOneEnds = await publishToFour(addresses)
  await walkAllTools(addresses)
  await drawPictures(addresses)
  await lostOneEnds()
  say('\n全部通过 · every step kept its promise')
} catch (error) {
  console.error(
    `\n✗ ${error instanceof DemoFailure ? error.message : String(error instanceof Error ? error.stack : error)}`,
  )
  process.exitCode = 1
} finally {
  await cleanUp().catch((cause: unknown) => console.error(`✗ the sandbox could not be put right: ${String(cause)}`))
  await connection.close()
}
