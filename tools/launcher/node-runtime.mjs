import { spawnSync } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { isExecutable } from './find-executable.mjs'
import { toolsDir } from './paths.mjs'
import { runCommand } from './run-command.mjs'

const pinned = '24.21.0'

/** @param {string} version `v24.21.0` */
export function isNewEnough(version) {
  return Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0) >= 24
}

/**
 * Node 24 for every child: the one that runs us if new enough, else npm's package of it in `.tools/`.
 * @param {import('./session.mjs').Session} session
 */
export async function ensureNode(session) {
  if (isNewEnough(process.version)) return usePath(session, dirname(process.execPath))
  const folder = join(toolsDir, 'node_modules', '.bin')
  if (!runsPinned(join(folder, 'node'))) {
    await session.reporter.step(`Node ${pinned} into .tools/`, async () => {
      await runCommand(session, {
        name: 'node-runtime',
        command: 'npm',
        // The platform's package itself: the package `node` needs an install script.
        args: [
          'install',
          '--prefix',
          toolsDir,
          '--no-save',
          '--no-package-lock',
          '--no-audit',
          '--no-fund',
          packageName(),
        ],
        cwd: session.root,
        env: session.env,
        fixes: ['see that npm reaches its registry: npm ping', `install Node 24 yourself (this is ${process.version})`],
      })
    })
  }
  usePath(session, folder)
}

function packageName() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  return `node-${platform}-${process.arch}@${pinned}`
}

/** @param {string} node */
function runsPinned(node) {
  return isExecutable(node) && spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${pinned}`
}

/**
 * @param {import('./session.mjs').Session} session
 * @param {string} folder
 */
function usePath(session, folder) {
  session.env.PATH = `${folder}${delimiter}${session.env.PATH ?? ''}`
}
