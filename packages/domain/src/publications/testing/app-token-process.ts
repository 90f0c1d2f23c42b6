import { createPrismaClient } from '@mozhou/db/client'
import { parseCredentialsKeys } from '../../credentials-keys.ts'
import { createSecretBox } from '../../secret-box.ts'
import { testSecretKeys } from '../../testing/test-domain.ts'
import { createAppTokenStore } from '../app-token-store.ts'

// A process of its own that asks for an application's tokens: `node app-token-process.ts <database> <address that draws>`. It begins when
// it is told to, says what it was given, and ends.
const [, , url, drawUrl] = process.argv
if (url === undefined || drawUrl === undefined) throw new Error('usage: app-token-process.ts <database> <address>')
const prisma = createPrismaClient({ url, poolSize: 2, applicationName: 'token-test' })
const secrets = createSecretBox(parseCredentialsKeys(testSecretKeys) ?? new Map())
const store = createAppTokenStore({ prisma, secrets, clock: { now: () => new Date() } }, 'baijiahao')

process.on('message', async () => {
  const held = await store.find(null, async () => {
    const token = await (await fetch(drawUrl)).text()
    return { values: { token }, usableUntil: new Date(Date.now() + 3_600_000).toISOString() }
  })
  process.send?.(held.values['token'])
  await prisma.$disconnect()
  process.disconnect()
})
await prisma.$queryRaw`SELECT 1`
process.send?.('ready')
