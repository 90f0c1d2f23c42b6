import { z } from 'zod'
import { instantAnswer } from '../answers.ts'
import { apiKeyScopes } from '../api-key-scopes.ts'
import { idAnswer } from '../ids.ts'

const apiKeyAnswer = z.object({
  id: idAnswer('apiKey'),
  name: z.string(),
  /** The first characters, prefix included, and the last four: enough to know which key it is, not to use it. */
  prefix: z.string(),
  last4: z.string(),
  scopes: z.array(z.enum(apiKeyScopes)),
  createdAt: instantAnswer,
  lastUsedAt: instantAnswer.nullable(),
  expiresAt: instantAnswer.nullable(),
})
export type ApiKeyDto = z.output<typeof apiKeyAnswer>

const createdApiKeyAnswer = z.object({
  apiKey: apiKeyAnswer,
  /** Shown this once; only its hash is kept. */
  key: z.string(),
})
export type CreatedApiKeyDto = z.output<typeof createdApiKeyAnswer>
