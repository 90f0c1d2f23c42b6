import { spawnSync } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { isExecutable } from './find-executable.mjs'
import { toolsDir } from './paths.mjs'
import { runCommand } from './run-command.mjs'

export const pinnedNode = '24.21.0'

/** @param {string} version `v24.21.0` */
export function isNewEnough(version) {
  return Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0) >= 24
}

const pinnedFolder = join(toolsDir, 'node_modules', '.bin')

/** @returns {string | null} the folder of a Node that is new enough: the one that runs us, else npm's package in `.tools/` */
export function findNode() {
  if (isNewEnough(process.version)) return dirname(process.execPath)
  return runsPinned(join(pinnedFolder, 'node')) ? pinnedFolder : null
}

/**
 * Node 24 for every child; fetched into `.tools/` where there is none.
 * @param {import('./session.mjs').Session} session
 */
export async function ensureNode(session) {
  const folder = findNode()
  if (folder === null) {
    await session.reporter.step(`Node ${pinnedNode} into .tools/`, async () => {
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
  usePath(session, folder ?? pinnedFolder)
}

function packageName() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  return `node-${platform}-${process.arch}@${pinnedNode}`
}

/** @param {string} node */
function runsPinned(node) {
  return isExecutable(node) && spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${pinnedNode}`
}

/**
 * @param {import('./session.mjs').Session} session
 * @param {string} folder
 */
function usePath(session, folder) {
  session.env.PATH = `${folder}${delimiter}${session.env.PATH ?? ''}`
}
