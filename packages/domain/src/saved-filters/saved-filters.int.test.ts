import { AppError } from '@mozhou/contracts/errors'
import { parseId } from '@mozhou/contracts/ids'
import { mostSavedFilters } from '@mozhou/contracts/saved-filters/kinds'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { listSavedFilters } from './list-saved-filters.ts'
import { removeFilter } from './remove-filter.ts'
import { saveFilter } from './save-filter.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const person = async () => parseId('user', (await domain.signUp()).user.id) ?? ''

it('keeps filters by name for one person and one list, and replaces what has the name', async () => {
  const [userId, other] = [await person(), await person()]
  const save = (name: string, search: Record<string, string | boolean>) =>
    saveFilter(domain.ctx, { userId, table: 'orders', name, search })
  await save('要退款的', { abnormal: 'paid_twice' })
  await save('本月关闭', { status: 'closed', from: '2026-11-01' })
  expect(await save('要退款的', { abnormal: 'any' })).toMatchObject([
    { name: '本月关闭', search: { status: 'closed', from: '2026-11-01' } },
    { name: '要退款的', search: { abnormal: 'any' } },
  ])
  expect(await listSavedFilters(domain.ctx, { userId, table: 'users' })).toEqual([])
  expect(await listSavedFilters(domain.ctx, { userId: other, table: 'orders' })).toEqual([])
})

it('lets nobody remove what is another’s', async () => {
  const [userId, other] = [await person(), await person()]
  const [saved] = await saveFilter(domain.ctx, {
    userId,
    table: 'users',
    name: '停用的',
    search: { status: 'suspended' },
  })
  const filterId = parseId('savedFilter', saved?.id ?? '') ?? ''
  const refused = new AppError('SAVED_FILTER_NOT_FOUND')
  await expect(removeFilter(domain.ctx, { userId: other, filterId })).rejects.toEqual(refused)
  await removeFilter(domain.ctx, { userId, filterId })
  await expect(removeFilter(domain.ctx, { userId, filterId })).rejects.toEqual(refused)
})

it('keeps no more than a menu holds, also when they come at once', async () => {
  const userId = await person()
  const saving = Array.from({ length: mostSavedFilters + 4 }, (_, index) =>
    saveFilter(domain.ctx, { userId, table: 'audit', name: `第 ${index}`, search: {} }),
  )
  const results = await Promise.allSettled(saving)
  const refused = results.filter((result) => result.status === 'rejected')
  expect(refused.map(({ reason }) => (reason as AppError).code)).toEqual(Array(4).fill('SAVED_FILTER_LIMIT'))
  expect(await listSavedFilters(domain.ctx, { userId, table: 'audit' })).toHaveLength(mostSavedFilters)
})
