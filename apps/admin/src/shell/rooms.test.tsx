import { permissionsOf } from '@mozhou/contracts/permissions'
import { expect, it } from 'vitest'
import { roomsFor } from './rooms.ts'

const namesFor = (role: Parameters<typeof permissionsOf>[0]) => roomsFor(permissionsOf(role)).map((room) => room.name)

it('shows each role the rooms it may enter, and creators none', () => {
  expect(namesFor('admin')).toEqual(['overview', 'users', 'models', 'workflows', 'audit'])
  expect(namesFor('finance')).toEqual(['overview', 'users', 'workflows'])
  expect(namesFor('operator')).toEqual(['users', 'models', 'workflows'])
  expect(namesFor('creator')).toEqual([])
})
