import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The clone this launcher belongs to. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Product data, logs and run records. Survives restarts; never committed. */
export const dataDir = join(root, '.data')

/** Downloaded tools of this clone (the pinned Node). */
export const toolsDir = join(root, '.tools')

/**
 * Where fetched binaries are kept for every clone of this user.
 * @param {NodeJS.ProcessEnv} env
 */
export function cacheDir(env) {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'mozhou')
}

/**
 * For people to read.
 * @param {string} path
 */
export function shortPath(path) {
  const home = homedir()
  return path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path
}
