/** Address of a running sandbox; the launcher sets it, and a skipped test would look like a passed one. */
export function readSandboxUrl(): string {
  const url = process.env.MOZHOU_TEST_SANDBOX_URL
  if (!url) throw new Error('MOZHOU_TEST_SANDBOX_URL is not set: start the sandbox (apps/sandbox) and name its address')
  return url.replace(/\/+$/, '')
}
