import { permissionsOf } from '@mozhou/contracts/permissions'
import type { Role } from '@mozhou/contracts/roles'
import { expect, it } from 'vitest'
import { allowedTabs, parseUserSearch } from './user-tabs.ts'

const tabsOf = (role: Role) => allowedTabs((permission) => permissionsOf(role).includes(permission))

it('shows each role the tabs of its permissions', () => {
  expect(tabsOf('admin')).toEqual([
    'profile',
    'ledger',
    'orders',
    'membership',
    'creations',
    'files',
    'sessions',
    'deletion',
    'audit',
  ])
  expect(tabsOf('finance')).toEqual(['profile', 'ledger', 'orders', 'membership', 'deletion', 'audit'])
  expect(tabsOf('operator')).toEqual(['profile', 'membership', 'creations', 'files', 'sessions', 'deletion'])
})

it('keeps a tab in the address, and drops what is none', () => {
  expect(parseUserSearch({ tab: 'ledger' })).toEqual({ tab: 'ledger' })
  expect(parseUserSearch({ tab: 'profile' })).toEqual({})
  expect(parseUserSearch({ tab: 'toString' })).toEqual({})
  expect(parseUserSearch({})).toEqual({})
})
