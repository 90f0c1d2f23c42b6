import { defineConfig } from 'prisma/config'

// Lets `prisma migrate deploy` be used where Prisma's own engine can be had; our scripts do not need it.
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
})
