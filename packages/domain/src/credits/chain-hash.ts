import { createHash } from 'node:crypto'

/** What an entry's hash covers, besides the hash before it. Ids are bare UUIDs in lower case. */
export interface HashedEntry {
  id: string
  idempotencyKey: string
  kind: string
  accountId: string
  counterAccountId: string
  amount: number
  balanceAfter: number
  sequence: number
  referenceType: string
  referenceId: string
  reversesId: string | null
  reason: string | null
  actorId: string | null
  createdAt: Date
}

/** Twin of the SQL functions `ledger_field` and `entry_hash`, which say what the canonical text is; a test holds both equal. */
export function chainHash(previousHash: Uint8Array | null, entry: HashedEntry): Buffer {
  return createHash('sha256')
    .update(previousHash ?? new Uint8Array())
    .update(canonicalText(entry), 'utf8')
    .digest()
}

function canonicalText(entry: HashedEntry): string {
  const fields = [
    entry.id,
    entry.idempotencyKey,
    entry.kind,
    entry.accountId,
    entry.counterAccountId,
    entry.amount,
    entry.balanceAfter,
    entry.sequence,
    entry.referenceType,
    entry.referenceId,
    entry.reversesId,
    entry.reason,
    entry.actorId,
    entry.createdAt.getTime(),
  ]
  return ['mozhou-ledger-1', ...fields.map(canonicalField)].join(',')
}

/** Length-prefixed, so that no two lists of fields share a text. */
function canonicalField(value: string | number | null): string {
  if (value === null) return '-'
  const text = String(value)
  return `${Buffer.byteLength(text, 'utf8')}:${text}`
}
