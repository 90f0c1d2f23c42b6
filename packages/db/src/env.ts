/**
 * Connection URL of the database that commands work on.
 * @throws Error that says what to do when DATABASE_URL is not set.
 */
export function databaseUrl(): string {
  const url = process.env['DATABASE_URL']
  if (!url)
    throw new Error('DATABASE_URL is not set. Set it in .env, or run npm start, which brings its own PostgreSQL.')
  return url
}

/**
 * Connection URL of a PostgreSQL where tests may create and drop databases.
 * @throws Error that says what to do when MOZHOU_TEST_POSTGRES_URL is not set.
 */
export function testPostgresUrl(): string {
  const url = process.env['MOZHOU_TEST_POSTGRES_URL']
  if (!url) {
    throw new Error(
      'MOZHOU_TEST_POSTGRES_URL is not set: run npm test, or npm run stack and use the address it prints.',
    )
  }
  return url
}

/** Where a test run keeps what must stand in no log, and logs of processes that are gone by its end; null outside of `npm test`. */
export function testTraces(): string | null {
  return process.env['MOZHOU_TEST_TRACES'] || null
}

/** For commands that only need some server to make a scratch database on. */
export function scratchServerUrl(): string {
  return process.env['DATABASE_URL'] || testPostgresUrl()
}

/** Environment under which `prisma generate` works without downloading an engine that it would never start. */
export function offlinePrismaEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    // Any existing file satisfies the check. Never run `prisma migrate` like this: it prints nothing and looks successful.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  }
}
