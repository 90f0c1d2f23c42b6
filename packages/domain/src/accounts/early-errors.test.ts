import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { earlyErrorsZh } from '@mozhou/contracts/errors.early.zh'
import { expect, it } from 'vitest'

/** What the pages before a session ask for: signing in and up, a lost password, a confirmed address. */
const entries = [
  'login',
  'register',
  'refresh-session',
  'logout',
  'request-password-reset',
  'reset-password',
  'verify-email',
]
const here = fileURLToPath(new URL('.', import.meta.url))

/** Codes that a file and what it imports throw. The ledger's are left out: it refuses no gift to a new account. */
function codesFrom(file: string, seen: Set<string>): string[] {
  if (seen.has(file) || file.includes('/credits/') || !existsSync(file)) return []
  seen.add(file)
  const source = readFileSync(file, 'utf8')
  const own = [...source.matchAll(/AppError\([^'()]*'([A-Z_]+)'(?: : '([A-Z_]+)')?/g)].flatMap((match) =>
    match.slice(1),
  )
  const imported = [...source.matchAll(/^import (?!type )[^;]*? from '(\.[^']+)'/gm)].flatMap(([, path]) =>
    codesFrom(resolve(dirname(file), path ?? ''), seen),
  )
  return [...own.filter((code) => code !== undefined), ...imported]
}

it.each(entries)('%s refuses in words that a browser has from its first bytes', (entry) => {
  const codes = codesFrom(resolve(here, `${entry}.ts`), new Set())
  expect(codes.filter((code) => !Object.hasOwn(earlyErrorsZh, code))).toEqual([])
})

it('finds what registration refuses, in the files that it goes through', () => {
  const codes = codesFrom(resolve(here, 'register.ts'), new Set())
  expect(codes).toEqual(expect.arrayContaining(['USERNAME_TAKEN', 'NAME_RESERVED', 'REFERRAL_CODE_OWN']))
  expect(codesFrom(resolve(here, 'login.ts'), new Set())).toEqual(expect.arrayContaining(['DELETION_BEGUN']))
})
