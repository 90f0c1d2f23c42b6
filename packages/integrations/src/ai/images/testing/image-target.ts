import type { ImageVendorKey } from '@mozhou/contracts/models/vendor-keys'
import type { ImageTarget } from '../port.ts'

/** A model that works; tests change what they are about. */
export function imageTarget(vendor: ImageVendorKey, baseUrl: string, changes: Partial<ImageTarget> = {}): ImageTarget {
  return {
    vendor,
    upstreamModel: {
      openai: 'gpt-image-1.5',
      qwen: 'wan2.2-t2i-flash',
      zhipu: 'cogview-4-250304',
      stability: 'core',
      automatic1111: 'default',
    }[vendor],
    baseUrl,
    authProfile: vendor === 'automatic1111' ? 'basic' : 'bearer',
    credentials: {
      apiKey: { zhipu: 'sandbox.sandbox-secret', automatic1111: 'sandbox:sandbox' }[vendor as 'zhipu'] ?? 'sk-sandbox',
    },
    limits: { submitTimeoutMs: 20_000, callTimeoutMs: 20_000, maxPictureBytes: 20_000_000 },
    // The pretended vendors listen on loopback.
    network: 'private',
    ...changes,
  }
}
