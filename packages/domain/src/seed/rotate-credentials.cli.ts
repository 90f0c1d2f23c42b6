import { readCommandEnvironment } from './env.ts'
import { createCommandContext } from './command-context.ts'
import { rotateChannelKeys } from '../payment-channels/stored-keys.ts'
import { rotateCredentials } from '../models/rotate-credentials.ts'
import { rotatePayees } from '../withdrawals/payee-seal.ts'

// CREDENTIALS_KEYS=new:…,old:… npm run credentials:rotate; afterwards `old` may be dropped.
const ctx = createCommandContext(readCommandEnvironment().env)
try {
  const models = await rotateCredentials(ctx)
  const channels = await rotateChannelKeys(ctx)
  const payees = await rotatePayees(ctx)
  const rotated = models.rotated + channels.rotated + payees.rotated
  const unchanged = models.unchanged + channels.unchanged
  console.log(`${rotated} sealed anew with ${ctx.secrets.currentKeyId}, ${unchanged} were already`)
} finally {
  await ctx.close()
}
