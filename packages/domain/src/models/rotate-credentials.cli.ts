import { readCommandEnvironment } from '../seed/env.ts'
import { createCommandContext } from '../seed/command-context.ts'
import { rotateCredentials } from './rotate-credentials.ts'

// CREDENTIALS_KEYS=new:…,old:… npm run credentials:rotate; afterwards `old` may be dropped.
const ctx = createCommandContext(readCommandEnvironment().env)
try {
  const { rotated, unchanged } = await rotateCredentials(ctx)
  console.log(`${rotated} sealed anew with ${ctx.secrets.currentKeyId}, ${unchanged} were already`)
} finally {
  await ctx.close()
}
