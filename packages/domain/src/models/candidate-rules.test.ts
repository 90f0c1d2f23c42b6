import { assert, array, boolean, constantFrom, integer, option, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidateModels, isServed } from './candidate-rules.ts'
import type { CandidateQuestion } from './candidate-rules.ts'
import type { CatalogueModel } from './catalogue.ts'

const now = new Date('2026-11-23T00:00:00Z')
const yesterday = '2026-11-22T00:00:00.000Z'

function model(id: string, changes: Partial<CatalogueModel> = {}): CatalogueModel {
  return {
    id,
    vendor: 'qwen',
    capability: 'text',
    alias: id,
    upstreamModel: id,
    baseUrl: 'http://127.0.0.1',
    authProfile: 'bearer',
    parameters: { maxOutputTokens: 1_000, reasoning: 'off', sampling: 'allowed' },
    limits: { contextTokens: 8_000, firstTokenTimeoutMs: 1_000, idleTimeoutMs: 1_000 },
    priority: 100,
    isMembersOnly: false,
    isEnabled: true,
    isDefault: false,
    isSandbox: true,
    shutdownAt: null,
    replacementId: null,
    abilities: null,
    ...changes,
  }
}

function choose(models: CatalogueModel[], question: Partial<CandidateQuestion> = {}): string[] {
  const asked = { requestedModelId: null, isMember: false, now, openCircuits: new Set<string>(), ...question }
  return candidateModels(models, asked).map(({ id }) => id)
}

const plain = [
  model('a', { priority: 10 }),
  model('b', { priority: 20, vendor: 'zhipu', isDefault: true }),
  model('c', { priority: 30, vendor: 'baidu' }),
  model('d', { priority: 40, vendor: 'openai' }),
]

describe('candidateModels', () => {
  it('begins with the default, then goes by priority, and stops at three', () => {
    expect(choose(plain)).toEqual(['b', 'a', 'c'])
  })

  it('begins with the pick', () => {
    expect(choose(plain, { requestedModelId: 'd' })).toEqual(['d', 'a', 'b'])
  })

  it('begins with the best by priority where there is no default', () => {
    expect(choose(plain.filter(({ isDefault }) => !isDefault))).toEqual(['a', 'c', 'd'])
  })

  it('goes to vendors not yet tried before it comes back to one', () => {
    const models = [
      model('a1', { priority: 1, isDefault: true }),
      model('a2', { priority: 2 }),
      model('a3', { priority: 3 }),
      model('b1', { priority: 9, vendor: 'zhipu' }),
    ]
    expect(choose(models)).toEqual(['a1', 'b1', 'a2'])
  })

  it('leaves members’ models to members', () => {
    const models = [model('gold', { priority: 1, isMembersOnly: true }), model('plain', { priority: 2 })]
    expect(choose(models)).toEqual(['plain'])
    expect(choose(models, { requestedModelId: 'gold' })).toEqual(['plain'])
    expect(choose(models, { requestedModelId: 'gold', isMember: true })).toEqual(['gold', 'plain'])
  })

  it('goes from a model that was shut down to its replacement, and on to that one’s', () => {
    const models = [
      model('old', { shutdownAt: yesterday, replacementId: 'newer' }),
      model('newer', { shutdownAt: yesterday, replacementId: 'newest' }),
      model('newest', { priority: 900 }),
      model('default', { isDefault: true, priority: 1 }),
    ]
    expect(choose(models, { requestedModelId: 'old' })).toEqual(['newest', 'default'])
  })

  it('does not walk in circles, and takes the default for a pick that is gone', () => {
    const models = [
      model('x', { shutdownAt: yesterday, replacementId: 'y' }),
      model('y', { shutdownAt: yesterday, replacementId: 'x' }),
      model('default', { isDefault: true }),
    ]
    expect(choose(models, { requestedModelId: 'x' })).toEqual(['default'])
    expect(choose(models, { requestedModelId: 'deleted' })).toEqual(['default'])
  })

  it('puts models behind an open circuit last, the pick too, and drops none for it', () => {
    const openCircuits = new Set(['b', 'a'])
    expect(choose(plain, { requestedModelId: 'b', openCircuits })).toEqual(['c', 'd', 'b'])
    expect(choose(plain.slice(0, 2), { openCircuits })).toEqual(['b', 'a'])
  })

  it('has nobody when nobody serves', () => {
    expect(choose([])).toEqual([])
    expect(choose([model('off', { isEnabled: false }), model('gone', { shutdownAt: yesterday })])).toEqual([])
  })

  it('never names one twice, one that does not serve, or one the person may not use', () => {
    const anyModel = record({
      vendor: constantFrom('qwen' as const, 'zhipu' as const, 'baidu' as const),
      priority: integer({ min: 0, max: 5 }),
      isMembersOnly: boolean(),
      isEnabled: boolean(),
      isDefault: boolean(),
      shutdownAt: option(constantFrom(yesterday, '2027-01-01T00:00:00.000Z')),
      replacementId: option(constantFrom('0', '1', '2', '3')),
    })
    const anyPick = option(constantFrom('0', '1', '5', 'deleted'))
    assert(
      property(
        array(anyModel, { maxLength: 7 }),
        anyPick,
        boolean(),
        array(constantFrom('0', '1', '2')),
        (rows, pick, isMember, open) => {
          const models = rows.map((row, index) => model(String(index), row))
          const chosen = choose(models, { requestedModelId: pick, isMember, openCircuits: new Set(open) })
          const usable = models.filter((one) => isServed(one, now) && (isMember || !one.isMembersOnly))
          expect(new Set(chosen).size).toBe(chosen.length)
          expect(chosen).toHaveLength(Math.min(3, usable.length))
          for (const id of chosen) expect(usable.map((one) => one.id)).toContain(id)
        },
      ),
    )
  })
})
