import { describeDatabase } from './database-url.ts'
import { databaseUrl } from './env.ts'
import { migrateDatabase } from './migrate-database.ts'
import { runCommand } from './run-command.ts'

await runCommand(async () => {
  const startedAt = performance.now()
  const url = databaseUrl()
  const applied = await migrateDatabase(url)
  for (const name of applied) console.log(`applied ${name}`)
  const elapsedMs = Math.round(performance.now() - startedAt)
  const what = applied.length === 0 ? 'nothing to migrate' : `${applied.length} migration(s) applied`
  console.log(`${what} in ${elapsedMs} ms (${describeDatabase(url)})`)
})
