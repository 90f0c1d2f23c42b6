import { existsSync, lstatSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { lockOwner } from './launcher-lock.mjs'
import { endLeftovers } from './leftovers.mjs'
import { dataDir } from './paths.mjs'
import { identityOf } from './process-identity.mjs'

const throwAwayName = /^(?:test|stack|bench|tools|chaos)-(\d+)$/

/**
 * Test runs, stacks and others on data of their own that were killed: ends their servers and removes their data.
 * @param {(line: string) => void} say
 * @param {string} [folder]
 */
export async function sweepThrowAways(say, folder = dataDir) {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const pid = Number(throwAwayName.exec(name)?.[1])
    const home = join(folder, name)
    // Between making its folder and its lock a launcher holds the pid in the folder's name.
    if (!pid || lockOwner(home) !== null || (!existsSync(join(home, 'launcher.lock')) && identityOf(pid))) continue
    await endLeftovers(join(home, 'run'), say)
    removeHome(home)
  }
}

/**
 * @param {string} home
 */
export function removeHome(home) {
  const postgres = join(home, 'postgres')
  if (lstatSync(postgres, { throwIfNoEntry: false })?.isSymbolicLink()) {
    rmSync(dirname(readlinkSync(postgres)), { recursive: true, force: true })
  }
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
}
