import { nameOf } from './read-lockfile.ts'
import type { LockedPackage } from './read-lockfile.ts'

/** The lock file names no addresses (.npmrc: they come from whatever registry an installation uses); one that does must name this. */
const registry = 'https://registry.npmjs.org/'
/** A whole SHA-512, so that another file under the same name and version is refused wherever it came from. */
const wholeHash = /^sha512-[A-Za-z\d+/]{86}==$/
const exactVersion = /^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/

/** What is wrong with the locked packages, a line each. */
export function lockfileFaults(packages: readonly LockedPackage[]): string[] {
  return packages.flatMap((locked) => {
    const name = `${nameOf(locked)}@${locked.version ?? '?'}`
    return [
      ...(wholeHash.test(locked.integrity ?? '') ? [] : [`${name}: has no SHA-512`]),
      ...(locked.resolved === undefined || locked.resolved.startsWith(registry)
        ? []
        : [`${name}: comes from ${locked.resolved}`]),
      ...(exactVersion.test(locked.version ?? '') ? [] : [`${name}: is no version of a registry`]),
    ]
  })
}
