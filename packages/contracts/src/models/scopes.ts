import type { Wording } from '../wording.ts'

export const modelsScopes = {
  'models:read': { zh: '读取可用的模型', en: 'Read the available models' },
} as const satisfies Record<string, Wording>
