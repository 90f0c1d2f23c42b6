import { developmentDefaults } from '../development-defaults.ts'
import { productionRefusals } from '../production-refusals.ts'
import { isPublicPassword } from '../public-values.ts'

/** Where the command line's database is. @throws Error in production when DATABASE_URL is not set, or its password is public */
export function commandLineDatabaseUrl(): string {
  const { DATABASE_URL: url } = process.env
  if (!isProduction()) return url || developmentDefaults(process.env).DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set')
  const [refusal] = productionRefusals({ DATABASE_URL: url })
  if (refusal !== undefined) throw new Error(refusal)
  return url
}

/** @throws Error in production for a password that anybody can read in this repository */
export function assertOwnPassword(password: string): void {
  if (isProduction() && isPublicPassword(password)) throw new Error('--password: is public, everybody knows it')
}

const isProduction = () => process.env['NODE_ENV'] === 'production'
