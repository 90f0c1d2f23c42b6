import type { CreateModelInput } from '@mozhou/contracts/models/inputs'

export const modelSecret = 'sk-very-secret-key-9f3a'

let count = 0

/** A model that may be created as it is; each has a name of its own. */
export function modelInput(changes: Partial<CreateModelInput> = {}): CreateModelInput {
  count += 1
  return {
    vendor: 'qwen',
    capability: 'text',
    alias: `model-${count}`,
    upstreamModel: 'qwen-plus',
    baseUrl: 'https://models.example/v1',
    authProfile: 'bearer',
    parameters: { maxOutputTokens: 8_000, reasoning: 'off', sampling: 'allowed' },
    limits: { contextTokens: 100_000, firstTokenTimeoutMs: 30_000, idleTimeoutMs: 30_000 },
    priority: 100,
    isMembersOnly: false,
    isEnabled: true,
    price: modelPrice('2026-01-01T00:00:00.000Z', 800_000),
    credentials: { apiKey: modelSecret },
    ...changes,
  }
}

export function modelPrice(effectiveFrom: string, inputMicroYuanPerMillion: number) {
  return {
    inputMicroYuanPerMillion,
    outputMicroYuanPerMillion: 2_000_000,
    cachedInputMicroYuanPerMillion: null,
    pictureMicroYuan: null,
    effectiveFrom,
  }
}
