type Environment = Readonly<Record<string, string | undefined>>

/**
 * What a development machine uses without `.env`; ports follow the same variables as the launcher's. All of it is public, so
 * production refuses every one.
 */
export function developmentDefaults(env: Environment) {
  const at = (name: string, port: number) => `127.0.0.1:${env[name] || port}`
  return {
    DATABASE_URL: `postgresql://mozhou:mozhou@${at('POSTGRES_PORT', 3432)}/mozhou`,
    REDIS_URL: `redis://${at('REDIS_PORT', 3379)}`,
    TEMPORAL_ADDRESS: at('TEMPORAL_PORT', 7233),
    SECRET_KEY: 'mozhou-development-only-secret-key-do-not-use-in-production',
    CREDENTIALS_KEYS: `dev:${Buffer.from('mozhou-development-only-key-0032').toString('base64')}`,
  }
}
