import { developmentDefaults } from '../development-defaults.ts'

/** Where the command line's database is. @throws Error in production when DATABASE_URL is not set */
export function commandLineDatabaseUrl(): string {
  const { DATABASE_URL: url, NODE_ENV: mode } = process.env
  if (url) return url
  if (mode === 'production') throw new Error('DATABASE_URL is not set')
  return developmentDefaults(process.env).DATABASE_URL
}
