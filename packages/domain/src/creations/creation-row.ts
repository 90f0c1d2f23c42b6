import type { CreationRowDto } from '@mozhou/contracts/creations/answers'
import { formatId } from '@mozhou/contracts/ids'
import { storedCreationKind, storedCreationStatus, storedTool } from '../stored-columns.ts'

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
    kind: storedCreationKind(row.kind),
    tool: storedTool(row.toolKey),
    title: row.title,
    status: storedCreationStatus(row.status),
    isIncomplete: row.isIncomplete,
    wordCount: row.wordCount,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
