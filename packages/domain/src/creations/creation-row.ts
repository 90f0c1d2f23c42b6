import type { CreationKind, CreationStatus } from '@mozhou/contracts/creations/kinds'
import type { CreationRowDto } from '@mozhou/contracts/creations/answers'
import { formatId } from '@mozhou/contracts/ids'
import type { ToolKey } from '@mozhou/contracts/tools/registry'

export const creationRowSelect = {
  id: true,
  kind: true,
  toolKey: true,
  title: true,
  status: true,
  isIncomplete: true,
  wordCount: true,
  createdAt: true,
  updatedAt: true,
} as const

export interface CreationRow {
  id: string
  kind: string
  toolKey: string
  title: string
  status: string
  isIncomplete: boolean
  wordCount: number
  createdAt: Date
  updatedAt: Date
}

export function toCreationRow(row: CreationRow): CreationRowDto {
  return {
    id: formatId('creation', row.id),
    kind: row.kind as CreationKind,
    tool: row.toolKey as ToolKey,
    title: row.title,
    status: row.status as CreationStatus,
    isIncomplete: row.isIncomplete,
    wordCount: row.wordCount,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
