/** @throws Error that says what to do when MOZHOU_TEST_REDIS_URL is not set */
export function testRedisUrl(): string {
  const url = process.env['MOZHOU_TEST_REDIS_URL']
  if (!url)
    throw new Error('MOZHOU_TEST_REDIS_URL is not set: run npm test, or npm run stack and use the address it prints.')
  return url
}

/** @throws Error that says what to do when MOZHOU_TEST_SANDBOX_URL is not set. */
export function testSandboxUrl(): string {
  const url = process.env['MOZHOU_TEST_SANDBOX_URL']
  if (!url)
    throw new Error('MOZHOU_TEST_SANDBOX_URL is not set: run npm test, or npm run stack and use the address it prints.')
  return url
}
