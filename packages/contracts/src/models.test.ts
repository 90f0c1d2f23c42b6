import { expect, it } from 'vitest'
import { createModelInput, updateModelInput } from './models.ts'

it('changes what a change names, and nothing else: a disabled model stays disabled', () => {
  const modelId = 'mdl_019ab3d2c4e57f60a1b2c3d4e5f60718'
  expect(updateModelInput.parse({ modelId, changes: { priority: 7 } }).changes).toEqual({ priority: 7 })
})

it('fills in what a new model leaves out', () => {
  const { shape } = createModelInput
  expect([shape.isEnabled.parse(undefined), shape.priority.parse(undefined)]).toEqual([true, 100])
})
