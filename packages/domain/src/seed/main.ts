import { catalogueDefaults, vendorDefaults } from '@mozhou/integrations/ai/catalogue-defaults'
import { imageCatalogueDefaults } from '@mozhou/integrations/ai/catalogue-image-defaults'
import { createCommandContext } from './command-context.ts'
import { demoAccounts } from './demo-accounts.ts'
import { readSeedEnvironment } from './env.ts'
import { seedModels } from './models.ts'
import { seedUsers } from './users.ts'

const { env, values } = readSeedEnvironment()
const ctx = createCommandContext(env)
try {
  await seedUsers(ctx)
  await seedModels(ctx, { vendors: vendorDefaults, models: [...catalogueDefaults, ...imageCatalogueDefaults], values })
} finally {
  await ctx.close()
}
// One line each; the launcher shows them under the table of addresses.
for (const { account, username, password, app } of demoAccounts) {
  console.log(JSON.stringify({ account, username, password, app }))
}
