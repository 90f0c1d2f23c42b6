export interface BrowserAccount {
  account: 'creator' | 'member' | 'operator' | 'finance' | 'admin'
  username: string
  password: string
  app: 'web' | 'admin'
}

export interface BrowserStack {
  webUrl: string
  adminUrl: string
  apiUrl: string
  databaseUrl: string
  sandboxUrl: string
  temporalUiUrl: string
  chromiumPath: string
  /** How many times its usual time a step may take on this machine. */
  slowness: number
}

function named(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: npm test -- e2e brings up a stack and sets it.`)
  return value
}

/** What `npm test -- e2e` started. */
export const browserStack: BrowserStack = {
  webUrl: named('E2E_WEB_URL'),
  adminUrl: named('E2E_ADMIN_URL'),
  apiUrl: named('E2E_API_URL'),
  databaseUrl: named('E2E_DATABASE_URL'),
  sandboxUrl: named('E2E_SANDBOX_URL'),
  temporalUiUrl: named('E2E_TEMPORAL_UI_URL'),
  chromiumPath: named('CHROMIUM_PATH'),
  slowness: Math.max(1, Number(process.env['MOZHOU_TEST_SLOWNESS'] ?? 1)),
}

/** @throws Error when the seed made no such account */
export function demoAccount(account: BrowserAccount['account']): BrowserAccount {
  const all = JSON.parse(named('E2E_ACCOUNTS')) as BrowserAccount[]
  const found = all.find((one) => one.account === account)
  if (!found) throw new Error(`the seed has no account ${account}`)
  return found
}

/** What takes `ms` on a machine of usual speed, on this one. */
export const patience = (ms: number): number => ms * browserStack.slowness
