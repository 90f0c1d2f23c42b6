/** @throws Error that says what to do when MOZHOU_TEST_REDIS_URL is not set */
export function testRedisUrl(): string {
  const url = process.env['MOZHOU_TEST_REDIS_URL']
  if (!url)
    throw new Error('MOZHOU_TEST_REDIS_URL is not set: run npm test, or npm run stack and use the address it prints.')
  return url
}

/**
 * For a process of a test's own, which puts no prefix before its keys: a database of Redis to itself. In the first one the browser tests'
 * processes keep theirs, and the catalogue that they cache would be taken for this one's.
 */
export function ownRedisUrl(): string {
  const url = new URL(testRedisUrl())
  // Vitest numbers the files that run at a time; Redis has 16 databases, and the first is everybody's.
  url.pathname = `/${1 + (Number(process.env['VITEST_POOL_ID'] ?? 1) % 15)}`
  return url.href
}

/** @throws Error that says what to do when MOZHOU_TEST_SANDBOX_URL is not set. */
export function testSandboxUrl(): string {
  const url = process.env['MOZHOU_TEST_SANDBOX_URL']
  if (!url)
    throw new Error('MOZHOU_TEST_SANDBOX_URL is not set: run npm test, or npm run stack and use the address it prints.')
  return url
}
