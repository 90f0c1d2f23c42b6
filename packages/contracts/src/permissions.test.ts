import { expect, it } from 'vitest'
import { mayDo, mayUseAdmin, permissions, permissionsOf } from './permissions.ts'
import { roles } from './roles.ts'

it('lets an administrator do everything and a creator nothing of it', () => {
  expect(permissionsOf('admin')).toEqual(permissions)
  expect(permissionsOf('creator')).toEqual([])
})

it('keeps money from operators, and models, roles and suspension from all but administrators', () => {
  expect(roles.filter((role) => mayDo(role, 'ledger:adjust'))).toEqual(['finance', 'admin'])
  for (const permission of ['model:write', 'user:role', 'user:suspend'] as const) {
    expect(roles.filter((role) => mayDo(role, permission))).toEqual(['admin'])
  }
})

it('opens the operators’ app to whoever may do anything there', () => {
  expect(roles.filter(mayUseAdmin)).toEqual(['operator', 'finance', 'admin'])
})
