import { expect, it } from 'vitest'
import { apiKeyScopes } from './api-key-scopes.ts'
import { compose } from './compose.ts'
import { errorTable } from './errors.ts'
import { idPrefixes } from './ids.ts'
import { errorParts, idParts, permissionParts, scopeParts } from './modules.ts'
import { permissions } from './permissions.ts'

it('makes one table of the parts that modules bring', () => {
  const whole: { a: 1; b: 2 } = compose([{ a: 1 }, { b: 2 }] as const)
  expect(whole).toEqual({ a: 1, b: 2 })
})

it('does not compile when two modules bring the same key', () => {
  const parts = [{ a: 1 }, { b: 2 }, { a: 3 }] as const
  // @ts-expect-error `a` comes twice
  compose(parts)
})

it('loses no part of a shared table', () => {
  const keysOf = (parts: readonly object[]) => parts.flatMap((part) => Object.keys(part))
  expect(Object.keys(errorTable)).toEqual(keysOf(errorParts))
  expect(permissions).toEqual(keysOf(permissionParts))
  expect(Object.keys(idPrefixes)).toEqual(keysOf(idParts))
  expect(apiKeyScopes).toEqual(keysOf(scopeParts))
  expect(new Set(apiKeyScopes).size).toBe(apiKeyScopes.length)
})
