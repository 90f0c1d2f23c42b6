import type { VersionDto } from '@mozhou/contracts/creations/answers'
import { formatId } from '@mozhou/contracts/ids'
import { storedVersionKind } from '../stored-columns.ts'
import { storedChecks, storedResult } from '../stored-work.ts'

export const versionSelect = {
  id: true,
  ordinal: true,
  kind: true,
  title: true,
  result: true,
  checks: true,
  wordCount: true,
  isIncomplete: true,
  isPartial: true,
  modelAlias: true,
  isSandbox: true,
  promptVersion: true,
  inputTokens: true,
  outputTokens: true,
  createdAt: true,
} as const

interface VersionRow {
  id: string
  ordinal: number
  kind: string
  title: string
  result: unknown
  checks: unknown
  wordCount: number
  isIncomplete: boolean
  isPartial: boolean
  modelAlias: string | null
  isSandbox: boolean
  promptVersion: string | null
  inputTokens: number
  outputTokens: number
  createdAt: Date
}

export function toVersionDto(row: VersionRow): VersionDto {
  return {
    id: formatId('version', row.id),
    ordinal: row.ordinal,
    kind: storedVersionKind(row.kind),
    title: row.title,
    result: storedResult(row.result),
    checks: storedChecks(row.checks),
    wordCount: row.wordCount,
    isIncomplete: row.isIncomplete,
    isPartial: row.isPartial,
    model: row.modelAlias,
    isSandbox: row.isSandbox,
    promptVersion: row.promptVersion,
    inputTokens: row.inputTokens,
    outputTokens: row.outputTokens,
    createdAt: row.createdAt.toISOString(),
  }
}
