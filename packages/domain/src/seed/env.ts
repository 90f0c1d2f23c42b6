import { parseCredentialsKeys } from '../credentials-keys.ts'
import { developmentDefaults } from '../development-defaults.ts'

export interface CommandEnvironment {
  databaseUrl: string
  redisUrl: string
  credentialsKeys: ReadonlyMap<string, Uint8Array>
  /** Origin of the sandbox that the seeded models point at; null where there is none. */
  sandboxUrl: string | null
  /** Everything, so that vendor keys found in it can be taken into the catalogue. */
  values: Readonly<Record<string, string | undefined>>
}

/**
 * What a command on the database needs. In development everything has a default.
 * @throws Error naming what is missing or malformed
 */
export function readCommandEnvironment(): CommandEnvironment {
  const values = process.env
  const isProduction = values['NODE_ENV'] === 'production'
  const defaults = developmentDefaults(values)
  const read = (name: 'DATABASE_URL' | 'REDIS_URL' | 'CREDENTIALS_KEYS') => {
    const value = values[name] || (isProduction ? undefined : defaults[name])
    if (value === undefined) throw new Error(`${name} is not set`)
    return value
  }
  const credentialsKeys = parseCredentialsKeys(read('CREDENTIALS_KEYS'))
  if (!credentialsKeys) throw new Error('CREDENTIALS_KEYS is malformed: id:base64-of-32-bytes, separated by commas')
  const sandboxUrl =
    values['SANDBOX_URL'] || (isProduction ? null : `http://127.0.0.1:${values['SANDBOX_PORT'] || 3200}`)
  return { databaseUrl: read('DATABASE_URL'), redisUrl: read('REDIS_URL'), credentialsKeys, sandboxUrl, values }
}

/** @throws Error in production, where demo accounts with public passwords have no place, unless MOZHOU_SEED=1. */
export function readSeedEnvironment(): CommandEnvironment {
  if (process.env['NODE_ENV'] === 'production' && process.env['MOZHOU_SEED'] !== '1') {
    throw new Error('The seed makes accounts with public passwords. In production it runs only with MOZHOU_SEED=1.')
  }
  return readCommandEnvironment()
}
