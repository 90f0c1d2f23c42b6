import { permissionsOf } from '@mozhou/contracts/permissions'
import { expect, it } from 'vitest'
import { roomAt, roomsFor } from './rooms.ts'

const namesFor = (role: Parameters<typeof permissionsOf>[0]) => roomsFor(permissionsOf(role)).map((room) => room.name)

it('shows each role the rooms it may enter, and creators none', () => {
  expect(namesFor('admin')).toEqual([
    'overview',
    'users',
    'models',
    'prompts',
    'usage',
    'refunds',
    'workflows',
    'audit',
  ])
  expect(namesFor('finance')).toEqual(['overview', 'users', 'refunds', 'workflows'])
  expect(namesFor('operator')).toEqual(['users', 'models', 'prompts', 'usage', 'workflows'])
  expect(namesFor('creator')).toEqual([])
})

it('knows the room of a page below it', () => {
  expect(roomAt('/prompts/wechat-article')?.name).toBe('prompts')
  expect(roomAt('/')?.name).toBe('overview')
  expect(roomAt('/promptsx')).toBeUndefined()
})
