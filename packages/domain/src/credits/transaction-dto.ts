import type { TransactionDto } from '@mozhou/contracts/credits/answers'
import type { IdKind } from '@mozhou/contracts/ids'
import { formatId } from '@mozhou/contracts/ids'
import { storedEntryKind, storedUnit } from '../stored-columns.ts'

export interface TransactionRow {
  id: string
  kind: string
  unit: string
  amount: number
  balanceAfter: number
  reason: string | null
  referenceType: string
  referenceId: string
  reversesId: string | null
  createdAt: Date
}

export function toTransactionDto(row: TransactionRow): TransactionDto {
  return {
    id: formatId('entry', row.id),
    kind: storedEntryKind(row.kind),
    unit: storedUnit(row.unit),
    amount: row.amount,
    balanceAfter: row.balanceAfter,
    reason: row.reason,
    referenceType: row.referenceType,
    referenceId: formatReference(row.referenceType, row.referenceId),
    reversesId: row.reversesId === null ? null : formatId('entry', row.reversesId),
    createdAt: row.createdAt.toISOString(),
  }
}

/** Reference types whose id is a row of ours; others keep the id as they wrote it. */
const referencedKinds: ReadonlyMap<string, IdKind> = new Map([
  ['generation', 'generation'],
  ['creation', 'creation'],
  ['registration', 'user'],
  ['gift', 'entry'],
  ['campaign', 'campaign'],
])

function formatReference(type: string, id: string): string {
  const kind = referencedKinds.get(type)
  return kind === undefined ? id : formatId(kind, id)
}
