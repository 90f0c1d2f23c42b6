import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import { createModelInput, updateModelInput } from '@mozhou/contracts/models/inputs'
import { findIssues } from '@mozhou/ui/forms/find-issues'
import { expect, it } from 'vitest'
import { changedParts, emptyModelForm, issueInYuan, modelFormOf, modelInputOf } from './model-form-values.ts'

const now = Date.parse('2026-11-24T01:00:00Z')

const model: ModelAdminDto = {
  id: 'mdl_018f00000000700080000000000000aa',
  alias: 'GLM-4',
  vendor: 'zhipu',
  isDefault: true,
  isMembersOnly: false,
  isSandbox: true,
  contextTokens: 128_000,
  shutdownAt: '2027-01-02T16:00:00.000Z',
  capability: 'text',
  abilities: null,
  upstreamModel: 'glm-4.6',
  baseUrl: 'http://127.0.0.1:3200/zhipu',
  authProfile: 'signed_jwt',
  parameters: { temperature: 0.7, topP: null, maxOutputTokens: 8_192, reasoning: 'off', sampling: 'allowed' },
  limits: { contextTokens: 128_000, requestsPerMinute: null, firstTokenTimeoutMs: 30_000, idleTimeoutMs: 30_000 },
  nextPrice: null,
  retirement: null,
  price: {
    inputMicroYuanPerMillion: 800_000,
    outputMicroYuanPerMillion: 2_000_001,
    cachedInputMicroYuanPerMillion: null,
    pictureMicroYuan: null,
    effectiveFrom: '2026-11-01T00:00:00.000Z',
  },
  priority: 10,
  isEnabled: true,
  replacementId: null,
  credentialsLast4: '8f2c',
  credentialsKeyId: 'k1',
  circuit: { state: 'closed', failures: 0, calls: 0, retryAt: null },
  updatedAt: '2026-11-01T00:00:00.000Z',
}

it('says nothing changed when nothing was touched', () => {
  const values = modelFormOf(model, now)
  expect(changedParts(modelInputOf(values, true), modelInputOf(values, true))).toEqual({})
})

it('gives back the model it was filled from, prices and times exact', () => {
  expect(modelInputOf(modelFormOf(model, now), true)).toMatchObject({
    price: model.price,
    limits: model.limits,
    parameters: model.parameters,
    shutdownAt: model.shutdownAt,
    replacementId: null,
  })
})

it('sends only the part that changed, and a key only when one was entered', () => {
  const before = modelFormOf(model, now)
  const after = { ...before, priority: '7', 'credentials.apiKey': 'sk-new-key' }
  expect(changedParts(modelInputOf(before, true), modelInputOf(after, true))).toEqual({
    priority: 7,
    credentials: { apiKey: 'sk-new-key' },
  })
})

it('is accepted by the API’s own schema, changed or new', () => {
  const values = modelFormOf(model, now)
  expect(findIssues(updateModelInput.shape.changes, modelInputOf(values, true))).toEqual([])
  const fresh = { ...values, 'credentials.apiKey': 'sk-new-key' }
  expect(findIssues(createModelInput, modelInputOf(fresh, false))).toEqual([])
})

it('lets the schema complain about boxes by their own names', () => {
  const paths = findIssues(createModelInput, modelInputOf(emptyModelForm(now), false)).map((issue) => issue.path)
  expect(paths).toContain('credentials.apiKey')
  expect(paths).toContain('price.inputMicroYuanPerMillion')
  for (const path of paths) expect(emptyModelForm(now)).toHaveProperty([path])
})

it('tells the bounds of a price in the yuan that its box holds, and other bounds as they are', () => {
  const boundsOf = (changes: Partial<ReturnType<typeof emptyModelForm>>) =>
    findIssues(updateModelInput.shape.changes, modelInputOf({ ...modelFormOf(model, now), ...changes }, true))
      .map(issueInYuan)
      .map(({ path, rule, params }) => [path, rule, params['maximum'] ?? params['minimum']])
  expect(boundsOf({ 'price.inputMicroYuanPerMillion': '100000' })).toEqual([])
  for (const text of ['100000.000001', '1e30'])
    expect(boundsOf({ 'price.inputMicroYuanPerMillion': text, 'price.cachedInputMicroYuanPerMillion': '-1' })).toEqual([
      ['price.inputMicroYuanPerMillion', 'too_big', 100_000],
      ['price.cachedInputMicroYuanPerMillion', 'too_small', 0],
    ])
  expect(boundsOf({ 'limits.contextTokens': '12' })).toEqual([['limits.contextTokens', 'too_small', 1_000]])
})
