import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { registerInput } from '@mozhou/contracts/accounts/inputs'
import { AppError } from '@mozhou/contracts/errors'
import { createPrismaClient } from '@mozhou/db/client'
import { newId } from '../new-id.ts'
import { defaultSettings } from '../environment.ts'
import { createAdmin } from './create-admin.ts'
import { assertOwnPassword, commandLineDatabaseUrl } from './env.ts'

const usage = 'npm run admin:create -- --username <name> --email <address> [--password <at least 8 characters>]'

const adminInput = registerInput.pick({ username: true, email: true, password: true })

function readArguments(args: string[]) {
  const string = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { username: string, email: string, password: string } })
  const generated = values.password === undefined ? randomBytes(15).toString('base64url') : null
  const parsed = adminInput.safeParse({ ...values, password: values.password ?? generated })
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`)
    throw new Error([...problems, usage].join('\n'))
  }
  assertOwnPassword(parsed.data.password)
  return { admin: parsed.data, generated }
}

async function main(): Promise<void> {
  const { admin, generated } = readArguments(process.argv.slice(2))
  const prisma = createPrismaClient({ url: commandLineDatabaseUrl(), poolSize: 1, applicationName: 'mozhou-admin' })
  try {
    await createAdmin({ prisma, clock: { now: () => new Date() }, newId, settings: defaultSettings }, admin)
  } finally {
    await prisma.$disconnect()
  }
  console.log(`Administrator ${admin.username} <${admin.email}> made.`)
  if (generated !== null) console.log(`Password, shown this once: ${generated}`)
}

const explanations: Partial<Record<string, string>> = {
  USERNAME_TAKEN: 'This username is taken.',
  EMAIL_TAKEN: 'This email address is taken.',
}

try {
  await main()
} catch (error) {
  const code = error instanceof AppError ? error.code : null
  console.error((code && explanations[code]) ?? (error instanceof Error ? error.message : error))
  process.exitCode = 1
}
