import { readFileSync } from 'node:fs'

/** A package of package-lock.json, as far as it is looked at. */
export interface LockedPackage {
  /** `node_modules/…`, nested where a parent needs another version. */
  path: string
  version?: string
  resolved?: string
  integrity?: string
  license?: string
  /** Needed to build and test only. */
  dev?: boolean
}

interface Lockfile {
  lockfileVersion: number
  packages: Record<string, Omit<LockedPackage, 'path'> & { link?: boolean }>
}

/** Everything that is installed from elsewhere; not our own workspaces. */
export function lockedPackages(text: string): LockedPackage[] {
  const { packages } = JSON.parse(text) as Lockfile
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && link !== true)
    .map(([path, entry]) => ({ ...entry, path }))
}

export const nameOf = ({ path }: LockedPackage) =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

export const readLockfile = () =>
  lockedPackages(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'))
