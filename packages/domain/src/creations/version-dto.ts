import type { VersionDto } from '@mozhou/contracts/creations'
import type { ToolCheck } from '@mozhou/contracts/tools/tool'
import { formatId } from '@mozhou/contracts/ids'

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
  modelAlias: string
  isSandbox: boolean
  promptVersion: string
  inputTokens: number
  outputTokens: number
  createdAt: Date
}

export function toVersionDto(row: VersionRow): VersionDto {
  const { modelAlias, createdAt, ...rest } = row
  return {
    ...rest,
    id: formatId('version', row.id),
    kind: row.kind as VersionDto['kind'],
    result: row.result as Record<string, unknown>,
    checks: row.checks as ToolCheck[],
    model: modelAlias,
    createdAt: createdAt.toISOString(),
  }
}
