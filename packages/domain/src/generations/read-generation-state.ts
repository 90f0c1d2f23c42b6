import { isActive } from '@mozhou/contracts/generations/kinds'
import { AppError, isErrorCode } from '@mozhou/contracts/errors'
import type { ProgressEvent } from '@mozhou/contracts/generations/events'
import { formatId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'
import { readRefundedCredits } from './refund-generation.ts'

export interface GenerationState {
  isFinal: boolean
  draftText: string
  draftModel: string | null
  /** The stored version's text once there is one, else the draft. */
  finalText: string
  done: Extract<ProgressEvent, { type: 'done' }>
}

/** How a generation stands in the database; whose it is was asked before. @throws AppError GENERATION_NOT_FOUND. */
export async function readGenerationState(ctx: DomainContext, generationId: string): Promise<GenerationState> {
  const row = await ctx.prisma.generation.findUnique({
    where: { id: generationId },
    select: {
      yields: true,
      status: true,
      draftText: true,
      draftModel: true,
      failureCode: true,
      isCut: true,
      version: { select: { id: true, rawText: true, isIncomplete: true } },
    },
  })
  if (!row) throw new AppError('GENERATION_NOT_FOUND')
  // An offer that was accepted has a version, which is the whole text and not what this generation wrote.
  const version = row.yields === 'offer' ? null : row.version
  const isFinal = !isActive(row.status)
  const status = row.status === 'succeeded' || row.status === 'cancelled' ? row.status : 'failed'
  return {
    isFinal,
    draftText: row.draftText,
    draftModel: row.draftModel,
    finalText: version?.rawText ?? row.draftText,
    done: {
      type: 'done',
      status,
      versionId: version ? formatId('version', version.id) : null,
      isIncomplete: version?.isIncomplete ?? row.isCut,
      refundedCredits: isFinal ? await readRefundedCredits(ctx, generationId) : 0,
      failure: isErrorCode(row.failureCode) ? row.failureCode : null,
    },
  }
}
