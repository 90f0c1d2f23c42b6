import type { CreationRowDto } from '@mozhou/contracts/creations/answers'
import { formatId } from '@mozhou/contracts/ids'
import { fulfilmentOf } from '../generations/fulfilment.ts'
import type { GenerationsContext } from '../generations/fulfilment.ts'
import { storedCreationKind, storedCreationStatus } from '../stored-columns.ts'

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

export type CreationRowContext = Pick<GenerationsContext, 'fulfilments'>

/** What every kind of creation shows of itself in a list; its own words come through its fulfilment. */
export function toCreationRow(ctx: CreationRowContext, row: CreationRow): CreationRowDto {
  return {
    id: formatId('creation', row.id),
    kind: storedCreationKind(row.kind),
    tool: row.toolKey,
    toolTitle: fulfilmentOf(ctx, row.kind).toolTitle(row.toolKey),
    title: row.title,
    status: storedCreationStatus(row.status),
    isIncomplete: row.isIncomplete,
    wordCount: row.wordCount,
    thumbnail: null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
