import { parseId } from '@mozhou/contracts/ids'
import type { IdKind } from '@mozhou/contracts/ids'

/** The UUID inside an edge id. @throws Error when `id` is not of that kind */
export function bareId(kind: IdKind, id: string): string {
  const uuid = parseId(kind, id)
  if (uuid === null) throw new Error(`${id} is not the id of a ${kind}`)
  return uuid
}
