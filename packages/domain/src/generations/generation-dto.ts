import type { GenerationDto } from '@mozhou/contracts/generations/answers'
import { isErrorCode } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import { storedCoverage, storedGenerationKind, storedGenerationStatus } from '../stored-columns.ts'

export const generationSelect = {
  id: true,
  creationId: true,
  ordinal: true,
  kind: true,
  status: true,
  coveredBy: true,
  priceCredits: true,
  failureCode: true,
  stopRequestedAt: true,
  draftModel: true,
  createdAt: true,
  finishedAt: true,
} as const

interface GenerationRow {
  id: string
  creationId: string
  ordinal: number
  kind: string
  status: string
  coveredBy: string
  priceCredits: number
  failureCode: string | null
  stopRequestedAt: Date | null
  draftModel: string | null
  createdAt: Date
  finishedAt: Date | null
}

export function toGenerationDto(row: GenerationRow, refundedCredits: number): GenerationDto {
  return {
    id: formatId('generation', row.id),
    creationId: formatId('creation', row.creationId),
    ordinal: row.ordinal,
    kind: storedGenerationKind(row.kind),
    status: storedGenerationStatus(row.status),
    coveredBy: storedCoverage(row.coveredBy),
    priceCredits: row.priceCredits,
    refundedCredits,
    failure: isErrorCode(row.failureCode) ? row.failureCode : null,
    isStopRequested: row.stopRequestedAt !== null,
    model: row.draftModel,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}
