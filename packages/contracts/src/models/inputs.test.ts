import { describe, expect, it } from 'vitest'
import { createModelInput, maxMicroYuanPerMillion, modelPriceInput, updateModelInput } from './inputs.ts'

it('changes what a change names, and nothing else: a disabled model stays disabled', () => {
  const modelId = 'mdl_019ab3d2c4e57f60a1b2c3d4e5f60718'
  expect(updateModelInput.parse({ modelId, changes: { priority: 7 } }).changes).toEqual({ priority: 7 })
})

it('fills in what a new model leaves out', () => {
  const { shape } = createModelInput
  expect([shape.isEnabled.parse(undefined), shape.priority.parse(undefined)]).toEqual([true, 100])
})

describe('a price', () => {
  const fields = ['inputMicroYuanPerMillion', 'outputMicroYuanPerMillion', 'cachedInputMicroYuanPerMillion'] as const
  const most = {
    inputMicroYuanPerMillion: maxMicroYuanPerMillion,
    outputMicroYuanPerMillion: maxMicroYuanPerMillion,
    cachedInputMicroYuanPerMillion: maxMicroYuanPerMillion,
    effectiveFrom: '2026-01-01T00:00:00.000Z',
  }

  it('may be 100,000 yuan for a million tokens', () => {
    expect(modelPriceInput.parse(most)).toEqual(most)
  })

  it.each(fields)('above that is refused by the name of its field: %s', (field) => {
    for (const value of [maxMicroYuanPerMillion + 1, 1e30]) {
      const [issue] = modelPriceInput.safeParse({ ...most, [field]: value }).error?.issues ?? []
      expect(issue).toMatchObject({ path: [field], code: 'too_big', maximum: maxMicroYuanPerMillion })
    }
  })
})
