import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../audit/actor.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { createModel } from './create-model.ts'
import { listPrices } from './list-prices.ts'
import { removeModel } from './remove-model.ts'
import { modelInput, modelPrice } from './testing/model-input.ts'
import { updateModel } from './update-model.ts'

let domain: TestDomain
let actor: Actor
beforeAll(async () => {
  domain = await createTestDomain()
  actor = { userId: parseId('user', (await domain.signUp()).user.id) ?? '', requestId: 'req-1' }
})
afterAll(() => domain.close())

const dayMs = 86_400_000
const today = Date.parse('2026-11-27T04:00:00Z')
const inDays = (days: number) => new Date(today + days * dayMs).toISOString()

/** A model with one price per given day from today. */
async function modelPricedOn(days: readonly number[]): Promise<string> {
  const [first = 0, ...rest] = days
  const model = await createModel(domain.ctx, {
    ...modelInput({ price: modelPrice(inDays(first), 100 + first) }),
    actor,
  })
  const modelId = parseId('model', model.id) ?? ''
  for (const day of rest)
    await updateModel(domain.ctx, { modelId, changes: { price: modelPrice(inDays(day), 100 + day) }, actor })
  return modelId
}

const list = (modelId: string, page: { limit?: number; cursor?: string | null } = {}, now = today) =>
  listPrices({ ...domain.ctx, clock: { now: () => new Date(now) } }, { modelId, limit: 20, ...page })
const told = async (modelId: string, now = today) =>
  (await list(modelId, {}, now)).items.map((price) => [price.state, price.inputMicroYuanPerMillion])

it('tells what holds, what held and what will, newest first, each until the next', async () => {
  const modelId = await modelPricedOn([-3, 7, -30, 30])
  expect(await list(modelId)).toEqual({
    items: [
      { ...modelPrice(inDays(30), 130), state: 'coming', effectiveUntil: null },
      { ...modelPrice(inDays(7), 107), state: 'coming', effectiveUntil: inDays(30) },
      { ...modelPrice(inDays(-3), 97), state: 'current', effectiveUntil: inDays(7) },
      { ...modelPrice(inDays(-30), 70), state: 'past', effectiveUntil: inDays(-3) },
    ],
    nextCursor: null,
  })
})

it('moves on with the clock, to the millisecond', async () => {
  const modelId = await modelPricedOn([-1, 1])
  expect(await told(modelId, today + dayMs - 1)).toEqual([
    ['coming', 101],
    ['current', 99],
  ])
  expect(await told(modelId, today + dayMs)).toEqual([
    ['current', 101],
    ['past', 99],
  ])
})

it('says the same in pages as at once', async () => {
  const modelId = await modelPricedOn([-9, -7, -5, -3, 2])
  const whole = (await list(modelId)).items
  for (const limit of [1, 2, 3, 5]) {
    const pages: typeof whole = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(modelId, { limit, cursor })
      pages.push(...page.items)
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(pages, `${limit} a page`).toEqual(whole)
  }
})

it('knows only prices of its own model, and no model that is not there', async () => {
  const modelId = await modelPricedOn([-2])
  await modelPricedOn([-1])
  expect(await told(modelId)).toEqual([['current', 98]])
  await removeModel(domain.ctx, { modelId, actor })
  await expect(list(modelId)).rejects.toMatchObject({ code: 'MODEL_NOT_FOUND' })
  await expect(list(domain.ctx.newId())).rejects.toMatchObject({ code: 'MODEL_NOT_FOUND' })
  await expect(list(modelId, { cursor: 'x' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
})
