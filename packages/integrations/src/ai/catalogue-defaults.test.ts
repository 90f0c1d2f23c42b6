import { createModelInput } from '@mozhou/contracts/models/inputs'
import { describe, expect, it } from 'vitest'
import { catalogueDefaults, vendorDefaults } from './catalogue-defaults.ts'

// Text models of the brief, section "AI模型集成".
const briefNames = [
  'GPT-4',
  'GPT-3.5 Turbo',
  'Claude 3 Opus',
  'Claude 3 Sonnet',
  'ERNIE-Bot 4.0',
  'ERNIE-Bot-turbo',
  'GLM-4',
  'GLM-3-turbo',
  'qwen-max',
  'qwen-plus',
  'qwen-turbo',
]

describe('the catalogue that the seed writes', () => {
  it('has every text model of the brief once', () => {
    expect(catalogueDefaults.map((model) => model.alias).sort()).toEqual([...briefNames].sort())
  })

  it.each(catalogueDefaults.map((model) => [model.alias, model] as const))('%s is valid input', (_alias, model) => {
    const vendorDefault = vendorDefaults[model.vendor]
    const { baseUrls, sandboxCredentials } = vendorDefault
    const { alias, vendor, upstreamModel, parameters, limits, price, priority, isMembersOnly } = model
    const rest = { alias, vendor, upstreamModel, parameters, limits, price, priority, isMembersOnly }
    const credentials = { credentials: sandboxCredentials, authProfile: vendorDefault.authProfile(sandboxCredentials) }
    for (const baseUrl of [baseUrls.live, `http://127.0.0.1:3200${baseUrls.sandboxPath}`]) {
      expect(createModelInput.safeParse({ ...rest, ...credentials, baseUrl }).error).toBeUndefined()
    }
    expect(model.parameters.maxOutputTokens).toBeLessThan(model.limits.contextTokens)
    expect(model.price.outputMicroYuanPerMillion).toBeGreaterThan(0)
  })

  it('has one default that anyone may use and that is tried first', () => {
    const [first] = [...catalogueDefaults].sort((left, right) => left.priority - right.priority)
    expect(catalogueDefaults.filter((model) => model.isDefault)).toEqual([first])
    expect(first).toMatchObject({ alias: 'qwen-plus', isMembersOnly: false })
  })

  it('keeps the premium models for members', () => {
    const members = catalogueDefaults.filter((model) => model.isMembersOnly).map((model) => model.alias)
    expect(members).toEqual(['GPT-4', 'Claude 3 Opus'])
  })

  it('tries three vendors before one twice', () => {
    const vendors = [...catalogueDefaults].sort((left, right) => left.priority - right.priority).slice(0, 3)
    expect(new Set(vendors.map((model) => model.vendor)).size).toBe(3)
  })

  it('prices dollars at the stated rate', () => {
    const gpt4 = catalogueDefaults.find((model) => model.alias === 'GPT-4')
    expect(gpt4?.price).toMatchObject({
      inputMicroYuanPerMillion: 14_400_000,
      outputMicroYuanPerMillion: 72_000_000,
      cachedInputMicroYuanPerMillion: 1_440_000,
    })
  })

  it('sends a lone key of Baidu as it is, and signs with a pair', () => {
    expect(vendorDefaults.baidu.authProfile({ apiKey: 'bce-v3/ALTAK-1/2' })).toBe('bearer')
    expect(vendorDefaults.baidu.authProfile({ apiKey: 'ak-1', secretKey: 'sk-1' })).toBe('access_key_pair')
  })
})
