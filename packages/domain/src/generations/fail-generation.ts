import type { ErrorCode } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { callFailed } from './call-webhooks.ts'
import { announceDone } from './announce-done.ts'
import { endWithoutVersion } from './end-without-version.ts'
import { readRefundedCredits } from './refund-generation.ts'

/** Ends a generation that no model could write, after its refund. A repeat changes nothing. */
export async function failGeneration(
  ctx: DomainContext,
  input: { generationId: string; code: ErrorCode },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await endWithoutVersion(tx, input.generationId, { status: 'failed', code: input.code })
    await callFailed(tx, input.generationId)
  })
  await announceDone(ctx, input.generationId, {
    type: 'done',
    status: 'failed',
    versionId: null,
    isIncomplete: false,
    refundedCredits: await readRefundedCredits(ctx, input.generationId),
    failure: input.code,
  })
}
