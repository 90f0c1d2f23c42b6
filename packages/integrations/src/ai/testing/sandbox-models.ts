import { textVendorKeys, type TextVendorKey } from '@mozhou/contracts/models/vendor-keys'
import { type AuthProfile } from '@mozhou/contracts/models/kinds'
import { type VendorCredentials } from '@mozhou/contracts/models/inputs'
import { vendorDefaults } from '../catalogue-defaults.ts'
import type { TextModel, TextRequest, TextTarget } from '../port.ts'
import { createTextModel } from '../registry.ts'
import { readSandboxUrl } from './env.ts'
import { textTarget } from './text-target.ts'

export interface Door {
  vendor: TextVendorKey
  authProfile: AuthProfile
  credentials: VendorCredentials
}

const seeded = textVendorKeys.map((vendor): Door => {
  const { sandboxCredentials: credentials } = vendorDefaults[vendor]
  return { vendor, credentials, authProfile: vendorDefaults[vendor].authProfile(credentials) }
})

/** Every way of proving who we are, at every vendor. */
export const doors: readonly Door[] = [
  ...seeded,
  { vendor: 'anthropic', authProfile: 'x_api_key', credentials: vendorDefaults.anthropic.sandboxCredentials },
  { vendor: 'baidu', authProfile: 'bearer', credentials: { apiKey: 'bce-v3/ALTAK-sandbox/sandbox' } },
  { vendor: 'zhipu', authProfile: 'signed_jwt', credentials: vendorDefaults.zhipu.sandboxCredentials },
]

/** The adapter of a vendor on the sandbox; `faults` become suffixes of the model's name. */
export function sandboxModel(
  vendor: TextVendorKey,
  faults: string[] = [],
  changes: Partial<TextTarget> = {},
): TextModel {
  const baseUrl = readSandboxUrl() + vendorDefaults[vendor].baseUrls.sandboxPath
  const { sandboxCredentials: credentials } = vendorDefaults[vendor]
  const authProfile = vendorDefaults[vendor].authProfile(credentials)
  const target = textTarget(vendor, baseUrl, { credentials, authProfile, ...changes })
  const limits = { firstTokenTimeoutMs: 15_000, idleTimeoutMs: 15_000, ...changes.limits }
  return createTextModel({ ...target, limits, upstreamModel: [target.upstreamModel, ...faults].join('@') })
}

export const shortArticle: TextRequest = {
  messages: [
    { role: 'system', content: '你是公众号编辑。' },
    { role: 'user', content: '主题：秋天散步\n关键词：落叶、晨光\n字数：80' },
  ],
  maxOutputTokens: 2_000,
  temperature: 0.8,
  endUserKey: 'user_0193f2a4b6c87d1e',
}
