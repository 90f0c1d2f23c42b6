import { expect, it } from 'vitest'
import { licencesPage, licensed, unknownLicences } from './licences.ts'
import { lockfileFaults } from './lockfile-rules.ts'
import { lockedPackages, readLockfile } from './read-lockfile.ts'

const integrity = `sha512-${'A'.repeat(86)}==`
const locked = (entry: object) =>
  lockedPackages(
    JSON.stringify({ lockfileVersion: 3, packages: { 'node_modules/a': { version: '1.0.0', integrity, ...entry } } }),
  )

it('every locked package has a whole hash, an exact version, and no address but the registry', () => {
  expect(lockfileFaults(readLockfile())).toEqual([])
  expect(readLockfile().length).toBeGreaterThan(100)
})

it.each([
  [{ integrity: undefined }, 'a@1.0.0: has no SHA-512'],
  [{ integrity: 'sha1-AAAA' }, 'a@1.0.0: has no SHA-512'],
  [{ integrity: 'sha512-AAAA' }, 'a@1.0.0: has no SHA-512'],
  [{ resolved: 'https://evil.example/a.tgz' }, 'a@1.0.0: comes from https://evil.example/a.tgz'],
  [{ resolved: 'git+ssh://git@host/a.git#1' }, 'a@1.0.0: comes from git+ssh://git@host/a.git#1'],
  [
    { resolved: 'https://registry.npmjs.org.evil.example/a.tgz' },
    'a@1.0.0: comes from https://registry.npmjs.org.evil.example/a.tgz',
  ],
  [{ version: 'file:../a' }, 'a@file:../a: is no version of a registry'],
])('a planted fault is found: %o', (entry, fault) => {
  expect(lockfileFaults(locked(entry))).toEqual([fault])
})

it('a package with its address in the registry, and a workspace, have no fault', () => {
  expect(lockfileFaults(locked({ resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz' }))).toEqual([])
  const workspace = {
    'node_modules/@mozhou/db': { resolved: 'packages/db', link: true },
    'packages/db': { version: '0.0.0' },
  }
  expect(lockedPackages(JSON.stringify({ lockfileVersion: 3, packages: workspace }))).toEqual([])
})

it('every licence is one that we agreed to', () => {
  expect(unknownLicences(licensed(readLockfile()))).toEqual([])
})

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['Apache-2.0 AND MIT', true],
  ['GPL-3.0-only', false],
  ['MIT AND GPL-3.0-only', false],
  ['SEE LICENSE IN LICENSE', false],
  [undefined, false],
])('%s is known: %s', (license, isKnown) => {
  expect(unknownLicences(licensed(locked({ license }), {})).length).toBe(isKnown ? 0 : 1)
})

it('docs/licences.md is as the lock file has it: npm run licences', async () => {
  await expect(licencesPage(licensed(readLockfile()))).toMatchFileSnapshot('../../docs/licences.md')
})
