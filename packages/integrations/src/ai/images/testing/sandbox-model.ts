import type { ImageVendorKey } from '@mozhou/contracts/models/vendor-keys'
import { readSandboxUrl } from '../../testing/env.ts'
import type { ImageModel, ImageTarget } from '../port.ts'
import { createImageModel } from '../registry.ts'
import { imageTarget } from './image-target.ts'

const paths: Record<ImageVendorKey, string> = {
  openai: '/openai/v1',
  qwen: '/dashscope/api/v1',
  zhipu: '/zhipu/api/paas/v4',
  stability: '/stability',
  automatic1111: '/automatic1111',
}

/** The adapter of a vendor on the running sandbox. */
export function sandboxImages(
  vendor: ImageVendorKey,
  upstreamModel?: string,
  changes: Partial<ImageTarget> = {},
): ImageModel {
  const target = imageTarget(vendor, readSandboxUrl() + paths[vendor])
  return createImageModel({ ...target, ...(upstreamModel && { upstreamModel }), ...changes })
}
