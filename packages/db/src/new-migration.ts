import path from 'node:path'
import { scratchServerUrl } from './env.ts'
import { runCommand } from './run-command.ts'
import { writeMigration } from './write-migration.ts'

await runCommand(async () => {
  const title = process.argv.slice(2).join(' ')
  const file = await writeMigration({ url: scratchServerUrl(), title, now: new Date() })
  if (file === null) {
    console.log('Nothing changed: the migrations already say what the schema says.')
    return
  }
  console.log(`Wrote ${path.relative(process.cwd(), file)}`)
  console.log(
    'Read it, add by hand what Prisma cannot say (checks, triggers, partial indexes), then: npm run db:migrate',
  )
})
