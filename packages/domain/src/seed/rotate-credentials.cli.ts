import { readCommandEnvironment } from './env.ts'
import { createCommandContext } from './command-context.ts'
import { rotateChannelKeys } from '../payment-channels/stored-keys.ts'
import { rotateAccounts } from '../publications/account-seal.ts'
import { rotateCredentials } from '../models/rotate-credentials.ts'
import { rotateWebhooks } from '../webhooks/deliver-webhooks.ts'
import { rotatePayees } from '../withdrawals/payee-seal.ts'

// CREDENTIALS_KEYS=new:…,old:… npm run credentials:rotate; afterwards `old` may be dropped.
const ctx = createCommandContext(readCommandEnvironment().env)
try {
  const models = await rotateCredentials(ctx)
  const channels = await rotateChannelKeys(ctx)
  const payees = await rotatePayees(ctx)
  const accounts = await rotateAccounts(ctx)
  const webhooks = await rotateWebhooks(ctx)
  const others = payees.rotated + accounts.rotated + webhooks.rotated
  const rotated = models.rotated + channels.rotated + others
  const unchanged = models.unchanged + channels.unchanged
  console.log(`${rotated} sealed anew with ${ctx.secrets.currentKeyId}, ${unchanged} were already`)
} finally {
  await ctx.close()
}
