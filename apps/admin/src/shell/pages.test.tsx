import { permissionsOf } from '@mozhou/contracts/permissions'
import { expect, it } from 'vitest'
import { pageAt, pagesFor } from './pages.ts'

const namesFor = (role: Parameters<typeof permissionsOf>[0]) => pagesFor(permissionsOf(role)).map((page) => page.name)

it('shows each role the pages it may enter, and creators none', () => {
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

it('knows the page of the menu that a path lies below', () => {
  expect(pageAt('/prompts/wechat-article')?.name).toBe('prompts')
  expect(pageAt('/')?.name).toBe('overview')
  expect(pageAt('/promptsx')).toBeUndefined()
})
