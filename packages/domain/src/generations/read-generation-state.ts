import { isActive } from '@mozhou/contracts/generations/kinds'
import { AppError, isErrorCode } from '@mozhou/contracts/errors'
import type { ProgressEvent } from '@mozhou/contracts/generations/events'
import { formatId } from '@mozhou/contracts/ids'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { readRow } from '../read-row.ts'
import { refundKey } from './refund-generation.ts'

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
  const row = await readRow<StateRow>(ctx, stateQuery(generationId))
  if (!row) throw new AppError('GENERATION_NOT_FOUND')
  // An offer that was accepted has a version, which is the whole text and not what this generation wrote.
  const version = row.yields === 'offer' ? null : row
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
      versionId: version?.versionId ? formatId('version', version.versionId) : null,
      isIncomplete: version?.isIncomplete ?? row.isCut,
      refundedCredits: isFinal ? (row.refundedCredits ?? 0) : 0,
      failure: isErrorCode(row.failureCode) ? row.failureCode : null,
    },
  }
}

interface StateRow {
  yields: string
  status: string
  draftText: string
  draftModel: string | null
  failureCode: string | null
  isCut: boolean
  versionId: string | null
  rawText: string | null
  isIncomplete: boolean | null
  refundedCredits: number | null
}

/** With what the ledger says was given back. */
function stateQuery(generationId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT g.yields, g.status, g.draft_text AS "draftText", g.draft_model AS "draftModel", g.failure_code AS "failureCode", g.is_cut AS "isCut",
      v.id AS "versionId", v.raw_text AS "rawText", v.is_incomplete AS "isIncomplete", refund.amount AS "refundedCredits"
    FROM generations g LEFT JOIN creation_versions v ON v.generation_id = g.id
      LEFT JOIN credit_entries refund ON refund.idempotency_key = ${refundKey(generationId)}
    WHERE g.id = ${generationId}::uuid`
}
