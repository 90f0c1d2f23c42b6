import { scratchServerUrl } from './env.ts'
import { findDrift } from './find-drift.ts'
import { runCommand } from './run-command.ts'

await runCommand(async () => {
  const drift = await findDrift(scratchServerUrl())
  const complaints = [
    ...(drift.missingSql === '' ? [] : [missing(drift.missingSql)]),
    ...drift.editedMigrationNames.map(edited),
    ...drift.lostMigrationNames.map(lost),
  ]
  if (complaints.length > 0) throw new Error(complaints.join('\n\n'))
  console.log('Schema and migrations agree.')
})

function missing(sql: string): string {
  return `The schema says more than the migrations. Write the difference with npm run db:new -- <name>:\n\n${sql}`
}

function edited(name: string): string {
  return `Migration ${name} was edited after this database applied it: undo the edit and add a new migration.`
}

function lost(name: string): string {
  return `Migration ${name} was applied to this database and is gone from prisma/migrations.`
}
