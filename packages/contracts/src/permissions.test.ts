import { expect, it } from 'vitest'
import { mayDo, mayUseAdmin, permissions, permissionsOf } from './permissions.ts'
import type { Permission } from './permissions.ts'
import { isAbove, roles } from './roles.ts'

it('lets an administrator do everything and a creator nothing of it', () => {
  expect(permissionsOf('admin')).toEqual(permissions)
  expect(permissionsOf('creator')).toEqual([])
})

/**
 * Roles as people work. Operators: people, works, prompts as drafts, support. Finance: orders, refunds, reconciliation, cost, the audit of
 * money. Administrators: everything. Written out by hand, not read from the grants.
 */
const both = ['operator', 'finance', 'admin']
const work = ['operator', 'admin']
const money = ['finance', 'admin']
const table: Record<Permission, readonly string[]> = {
  'user:read': both,
  'user:suspend': work,
  'user:sessions': work,
  'user:delete': work,
  'user:role': ['admin'],
  'creation:read': work,
  'prompt:read': work,
  'prompt:draft': work,
  'prompt:publish': ['admin'],
  'model:read': work,
  'model:write': ['admin'],
  'feature:read': work,
  'feature:write': work,
  'platform_rule:read': work,
  'platform_rule:write': work,
  'support:answer': both,
  'workflow:read': both,
  'workflow:acknowledge': both,
  'generation:read': both,
  'generation:act': work,
  'usage:read': both,
  'ledger:read': money,
  'ledger:adjust': money,
  'invariant:read': money,
  'order:read': money,
  'renewal:read': money,
  'order:resolve': money,
  'refund:read': money,
  'refund:decide': money,
  'reconciliation:read': money,
  'reconciliation:resolve': money,
  'channel:read': money,
  'channel:write': ['admin'],
  'plan:read': both,
  'plan:write': ['admin'],
  'audit:money': money,
  'audit:read': ['admin'],
  'filter:own': both,
  'coupon:read': both,
  'coupon:write': work,
  'coupon:issue': work,
  'withdrawal:read': money,
  'withdrawal:decide': money,
  'withdrawal:export': money,
  'withdrawal:rules': ['admin'],
  'referral:read': both,
  'referral:rules': both,
  'rebate:review': money,
  'campaign:read': ['operator', 'finance', 'admin'],
  'campaign:write': ['operator', 'admin'],
  'file:space': ['operator', 'admin'],
  'publication:read': ['operator', 'admin'],
  'publication:retry': ['operator', 'admin'],
}

it.each(permissions)('%s is held by who works with it', (permission) => {
  expect(roles.filter((role) => mayDo(role, permission))).toEqual(table[permission])
})

it('puts creators below operators, these below finance, and administrators above all', () => {
  expect(roles.filter((role) => isAbove(role, 'operator'))).toEqual(['finance', 'admin'])
  expect(roles.filter((role) => isAbove(role, role))).toEqual([])
})

it('opens the operators’ app to whoever may do anything there', () => {
  expect(roles.filter(mayUseAdmin)).toEqual(['operator', 'finance', 'admin'])
})
