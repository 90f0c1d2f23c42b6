import { catalogueDefaults, vendorDefaults } from '@mozhou/integrations/ai/catalogue-defaults'
import { imageCatalogueDefaults } from '@mozhou/integrations/ai/catalogue-image-defaults'
import { createCommandContext } from './command-context.ts'
import { readCommandEnvironment } from './env.ts'
import { seedModels } from './models.ts'

// For production, which has no demo accounts: the catalogue alone, with the vendor keys found in the environment.
const { env, values } = readCommandEnvironment()
const ctx = createCommandContext(env)
try {
  await seedModels(ctx, { vendors: vendorDefaults, models: [...catalogueDefaults, ...imageCatalogueDefaults], values })
  const models = await ctx.prisma.aiModel.findMany({
    orderBy: { priority: 'asc' },
    select: { alias: true, upstreamModel: true, isSandbox: true },
  })
  for (const { alias, upstreamModel, isSandbox } of models)
    console.log(`${alias} → ${upstreamModel}${isSandbox ? ' (sandbox)' : ''}`)
} finally {
  await ctx.close()
}
