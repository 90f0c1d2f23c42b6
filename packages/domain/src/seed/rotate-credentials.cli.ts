import { readCommandEnvironment } from './env.ts'
import { createCommandContext } from './command-context.ts'
import { rotateCredentials } from '../models/rotate-credentials.ts'

// CREDENTIALS_KEYS=new:…,old:… npm run credentials:rotate; afterwards `old` may be dropped.
const ctx = createCommandContext(readCommandEnvironment().env)
try {
  const { rotated, unchanged } = await rotateCredentials(ctx)
  console.log(`${rotated} sealed anew with ${ctx.secrets.currentKeyId}, ${unchanged} were already`)
} finally {
  await ctx.close()
}
