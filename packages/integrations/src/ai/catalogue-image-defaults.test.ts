import { createModelInput } from '@mozhou/contracts/models/inputs'
import { retirementOf } from '@mozhou/contracts/models/retired-models'
import { imageVendorKeys } from '@mozhou/contracts/models/vendor-keys'
import { expect, it } from 'vitest'
import { vendorDefaults } from './catalogue-defaults.ts'
import { imageCatalogueDefaults } from './catalogue-image-defaults.ts'

it('has the image models of the brief by their names, and every vendor', () => {
  const names = imageCatalogueDefaults.map(({ alias }) => alias)
  expect(names).toEqual(expect.arrayContaining(['DALL-E 3', 'DALL-E 2', 'Stable Diffusion']))
  expect(new Set(names).size).toBe(names.length)
  expect(new Set(imageCatalogueDefaults.map(({ vendor }) => vendor))).toEqual(new Set(imageVendorKeys))
})

it.each(imageCatalogueDefaults.map((model) => [model.alias, model] as const))(
  '%s is valid input, and alive',
  (_alias, model) => {
    const { sandboxCredentials, authProfile, baseUrls } = vendorDefaults[model.vendor]
    const { capability, alias, vendor, upstreamModel, parameters, limits, price, priority, isMembersOnly } = model
    const rest = { capability, alias, vendor, upstreamModel, parameters, limits, price, priority, isMembersOnly }
    const { live, sandboxPath } = model.addresses ?? baseUrls
    const credentials = { credentials: sandboxCredentials, authProfile: authProfile(sandboxCredentials) }
    for (const baseUrl of [live ?? 'http://127.0.0.1:7860', `http://127.0.0.1:3200${sandboxPath}`])
      expect(createModelInput.safeParse({ ...rest, ...credentials, baseUrl }).error).toBeUndefined()
    expect(retirementOf(vendor, upstreamModel)).toBeNull()
  },
)

it('has one default, which is tried first', () => {
  const [first] = [...imageCatalogueDefaults].sort((left, right) => left.priority - right.priority)
  expect(imageCatalogueDefaults.filter(({ isDefault }) => isDefault)).toEqual([first])
})
