import type { ErrorCode } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { announceDone } from './announce-done.ts'
import { endWithoutVersion } from './end-without-version.ts'
import { readRefundedCredits } from './refund-generation.ts'

/** Ends a generation that no model could write, after its refund. A repeat changes nothing. */
export async function failGeneration(
  ctx: DomainContext,
  input: { generationId: string; code: ErrorCode },
): Promise<void> {
  await endWithoutVersion(ctx, input.generationId, { status: 'failed', code: input.code })
  await announceDone(ctx, input.generationId, {
    type: 'done',
    status: 'failed',
    versionId: null,
    isIncomplete: false,
    refundedCredits: await readRefundedCredits(ctx, input.generationId),
    failure: input.code,
  })
}
