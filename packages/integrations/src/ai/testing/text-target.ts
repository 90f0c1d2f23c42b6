import type { TextVendorKey } from '@mozhou/contracts/models/vendor-keys'
import { catalogueDefaults } from '../catalogue-defaults.ts'
import type { TextTarget } from '../port.ts'

const modelOf = (vendor: TextVendorKey) =>
  catalogueDefaults.find((model) => model.vendor === vendor)?.upstreamModel ?? ''

/** A model that works; tests change what they are about. */
export function textTarget(vendor: TextVendorKey, baseUrl: string, changes: Partial<TextTarget> = {}): TextTarget {
  return {
    vendor,
    upstreamModel: modelOf(vendor),
    baseUrl,
    authProfile: 'bearer',
    credentials: { apiKey: 'sk-test-0123456789' },
    parameters: {
      maxOutputTokens: 4_000,
      reasoning: 'off',
      sampling: vendor === 'anthropic' ? 'forbidden' : 'only_without_reasoning',
    },
    limits: { firstTokenTimeoutMs: 3_000, idleTimeoutMs: 3_000 },
    // The pretended vendors listen on loopback.
    network: 'private',
    ...changes,
  }
}
