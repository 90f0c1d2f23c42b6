import { catalogueDefaults, vendorDefaults } from '@mozhou/integrations/ai/catalogue-defaults'
import { demoAccounts } from './demo-accounts.ts'
import { readSeedEnvironment } from './env.ts'
import { seedModels } from './models.ts'
import { createSeedContext } from './seed-context.ts'
import { seedUsers } from './users.ts'

const env = readSeedEnvironment()
const ctx = createSeedContext(env)
try {
  await seedUsers(ctx)
  await seedModels(ctx, { vendors: vendorDefaults, models: catalogueDefaults, values: env.values })
} finally {
  await ctx.close()
}
// One line each; the launcher shows them under the table of addresses.
for (const { account, username, password, app } of demoAccounts) {
  console.log(JSON.stringify({ account, username, password, app }))
}
