import { AppError } from '@mozhou/contracts/errors'
import { vendorsOf } from '@mozhou/contracts/models/kinds'
import type { AuthProfile, Capability } from '@mozhou/contracts/models/kinds'
import type { ModelParameters, VendorCredentials } from '@mozhou/contracts/models/inputs'
import type { VendorKey } from '@mozhou/contracts/models/vendor-keys'

/** How each vendor takes its key; the first one is what its console hands out. */
const authProfilesOf: Record<VendorKey, readonly AuthProfile[]> = {
  openai: ['bearer'],
  anthropic: ['bearer', 'x_api_key'],
  baidu: ['bearer', 'access_key_pair'],
  zhipu: ['bearer', 'signed_jwt'],
  qwen: ['bearer'],
  stability: ['bearer'],
  automatic1111: ['basic', 'none'],
}

interface ModelShape {
  vendor: VendorKey
  capability: Capability
  authProfile: AuthProfile
  parameters: ModelParameters
  credentials?: VendorCredentials | undefined
}

/**
 * What the single fields cannot tell: that they fit together.
 * @throws AppError VALIDATION_FAILED, MODEL_PARAMETER_UNSUPPORTED naming the field.
 */
export function assertModelShape(model: ModelShape): void {
  if (!vendorsOf[model.capability].includes(model.vendor)) {
    throw new AppError('MODEL_PARAMETER_UNSUPPORTED', { field: 'capability', vendor: model.vendor })
  }
  if (!authProfilesOf[model.vendor].includes(model.authProfile)) {
    throw new AppError('MODEL_PARAMETER_UNSUPPORTED', { field: 'authProfile', vendor: model.vendor })
  }
  if (model.authProfile === 'access_key_pair' && model.credentials && !model.credentials.secretKey) {
    throw new AppError('VALIDATION_FAILED', { field: 'credentials.secretKey', rule: 'required' })
  }
  const isSampling = typeof model.parameters.temperature === 'number' || typeof model.parameters.topP === 'number'
  if (isSampling && model.parameters.sampling === 'forbidden') {
    throw new AppError('MODEL_PARAMETER_UNSUPPORTED', { field: 'parameters.temperature', vendor: model.vendor })
  }
}
