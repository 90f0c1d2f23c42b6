import { apiKeyIdInput, createApiKeyInput } from '@mozhou/contracts/api-keys/inputs'
import type { ApiKeyDto, CreatedApiKeyDto } from '@mozhou/contracts/api-keys/answers'
import { createApiKey } from '@mozhou/domain/api-keys/create-api-key'
import { listApiKeys } from '@mozhou/domain/api-keys/list-api-keys'
import { revokeApiKey } from '@mozhou/domain/api-keys/revoke-api-key'
import { router, sessionProcedure } from '../trpc.ts'

/** A key cannot make or end keys: that takes a session. */
export const apiKeysRouter = router({
  list: sessionProcedure.query(({ ctx }): Promise<ApiKeyDto[]> => listApiKeys(ctx.domain, { userId: ctx.user.id })),

  create: sessionProcedure
    .input(createApiKeyInput)
    .mutation(({ ctx, input }): Promise<CreatedApiKeyDto> =>
      createApiKey(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  revoke: sessionProcedure.input(apiKeyIdInput).mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
    await revokeApiKey(ctx.domain, { ...input, userId: ctx.user.id })
    return { ok: true }
  }),
})
