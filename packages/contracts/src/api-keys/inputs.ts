import { z } from 'zod'
import { apiKeyScopes } from '../api-key-scopes.ts'
import { idInput } from '../ids.ts'
import { textInput } from '../text.ts'

/** Every key begins so; scanners of leaked secrets look for it. */
export const apiKeyPrefix = 'mz_live_'
/** Live keys one person may have. */
export const maxApiKeys = 20

export const createApiKeyInput = z.object({
  name: textInput(1, 60),
  scopes: z
    .array(z.enum(apiKeyScopes))
    .min(1)
    .max(apiKeyScopes.length)
    .refine((scopes) => new Set(scopes).size === scopes.length, {
      message: 'must not repeat',
      params: { rule: 'unique' },
    }),
  /** Left out: the key does not expire. */
  expiresInDays: z.number().int().min(1).max(3_650).nullish(),
})
export type CreateApiKeyInput = z.output<typeof createApiKeyInput>

export const apiKeyIdInput = z.object({ apiKeyId: idInput('apiKey') })
