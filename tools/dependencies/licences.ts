import { nameOf } from './read-lockfile.ts'
import type { LockedPackage } from './read-lockfile.ts'

/**
 * May be used as we use it: linked into a service, and the permissive ones sent to browsers. MPL and EPL bind changes to their own files, and we
 * make none. LGPL: libvips, a library in a file of its own that sharp loads and anybody may exchange; it never reaches a browser.
 * OFL: fonts, a file each.
 */
const known = new Set([
  '0BSD',
  'Python-2.0',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'EPL-2.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PSF-2.0',
  'Unlicense',
  'Zlib',
])

/** Looked up in the package by hand, because its package.json says nothing, or nothing exact; version and all, so that the next one is looked up again. */
const lookedUp: Readonly<Record<string, string>> = {
  'duck@0.1.12': 'BSD-2-Clause',
  'pause-stream@0.0.11': 'MIT OR Apache-2.0',
  'seq-queue@0.0.5': 'MIT',
  'unionfs@4.6.0': 'Unlicense',
}

interface Licensed {
  name: string
  version: string
  licence: string
  isDev: boolean
}

export function licensed(packages: readonly LockedPackage[], byHand = lookedUp): Licensed[] {
  const all = packages.map((locked) => {
    const name = nameOf(locked)
    const version = locked.version ?? ''
    const licence = byHand[`${name}@${version}`] ?? locked.license ?? 'unknown'
    return { name, version, licence, isDev: locked.dev === true }
  })
  // One package in several places is one.
  return [...new Map(all.map((one) => [`${one.name}@${one.version}`, one])).values()].toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )
}

/** Packages whose licence nobody has agreed to: no choice of theirs consists of known ones. */
export function unknownLicences(packages: readonly Licensed[]): string[] {
  return packages
    .filter(({ licence }) => !isKnown(licence))
    .map(({ name, version, licence }) => `${name}@${version}: ${licence}`)
}

/** SPDX expressions as they occur: choices of conjunctions, in one pair of brackets at most. */
function isKnown(licence: string): boolean {
  const choices = licence.replaceAll(/[()]/g, '').split(/ or /i)
  return choices.some((choice) => choice.split(/ and /i).every((one) => known.has(one.trim())))
}

/** docs/licences.md, without versions: they change weekly, and a licence seldom with them. */
export function licencesPage(packages: readonly Licensed[]): string {
  const licences = [...new Set(packages.map(({ licence }) => licence))].toSorted()
  const names = (isDev: boolean, licence: string) =>
    [
      ...new Set(packages.filter((one) => one.isDev === isDev && one.licence === licence).map(({ name }) => name)),
    ].toSorted()
  const rows = licences.map((licence) => {
    const [used, dev] = [names(false, licence), names(true, licence)]
    return `## ${licence}\n\n${[line('In use', used), line('To build and test only', dev)].filter((text) => text !== '').join('\n\n')}\n`
  })
  return `# Licences\n\nOf every package that \`package-lock.json\` names, for all platforms, written by \`npm run licences\`; a licence that \`tools/dependencies/licences.ts\` does not know fails the tests.\n\n${rows.join('\n')}`
}

const line = (title: string, names: readonly string[]) =>
  names.length === 0 ? '' : `${title} (${names.length}): ${names.join(', ')}`
