import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commandLineOf } from './process-identity.mjs'
import { Problem } from './problem.mjs'

/**
 * A killed server leaves postmaster.pid behind. PostgreSQL itself sees that the pid is dead, but
 * not when another program of the same user got that number since (common after a reboot).
 * @param {string} data
 */
export function clearStalePid(data) {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  const command = Number.isInteger(pid) && pid > 0 ? commandLineOf(pid) : ''
  if (!/\bpostgres\b/.test(command) || !command.includes(data)) {
    rmSync(file)
    return
  }
  throw new Problem(`another PostgreSQL (pid ${pid}) already runs on ${data}`, {
    why: 'it was not started by this launcher, so it is left alone',
    fixes: [`end it: kill -INT ${pid}`],
  })
}
