import { formatTable } from './table.mjs'

/**
 * What a person needs once everything is up.
 * @param {import('./ports.mjs').Ports} ports
 * @param {NodeJS.ProcessEnv} env
 * @param {import('./prepare.mjs').DemoAccount[]} accounts
 * @returns {string}
 */
export function welcomeTable(ports, env, accounts) {
  const at = (/** @type {number} */ port) => `http://127.0.0.1:${port}`
  const addresses = [
    ['墨舟 web', at(ports.WEB_PORT), 'for creators'],
    ['admin', at(ports.ADMIN_PORT), 'for operators'],
    ['api', at(ports.API_PORT), 'health: /health/ready'],
    ['Temporal UI', env.TEMPORAL_UI_URL ?? at(ports.TEMPORAL_UI_PORT), 'every running job'],
    ['sandbox', at(ports.SANDBOX_PORT), 'plays the AI vendors'],
    ['mail', `${at(ports.SANDBOX_PORT)}/__sandbox/mail`, 'what the platform sent'],
    ['PostgreSQL', withoutPassword(env.DATABASE_URL ?? ''), ''],
    ['Redis', withoutPassword(env.REDIS_URL ?? ''), ''],
  ]
  const logins = accounts.map(({ account, username, password, app }) => [account, username, password, app])
  const parts = [formatTable(addresses)]
  if (logins.length > 0) parts.push(formatTable([['demo account', 'user name', 'password', 'app'], ...logins]))
  return parts.join('\n\n')
}

/**
 * Our own embedded server's password is public; a person's own is not ours to print.
 * @param {string} url
 */
function withoutPassword(url) {
  return url.replace(/(:\/\/[^:@/]*):[^@/]*@/, (whole, user) =>
    whole.includes('://mozhou:mozhou@') ? whole : `${user}:…@`,
  )
}
