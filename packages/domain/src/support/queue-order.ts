import { AppError } from '@mozhou/contracts/errors'
import { lastInstant } from '../paging.ts'

/** Where a page of what waits for us ends: members first, then who has waited longest. */
export interface QueuePlace {
  isMember: boolean
  since: Date
  id: string
}

export function encodePlace({ isMember, since, id }: QueuePlace): string {
  return Buffer.from(`${Number(isMember)}.${since.getTime()}.${id}`).toString('base64url')
}

/** @throws AppError VALIDATION_FAILED for a cursor that no queue gave out */
export function decodePlace(cursor: string): QueuePlace {
  const text = Buffer.from(cursor, 'base64url').toString()
  const match = /^([01])\.(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text)
  if (!match?.[1] || !match[2] || !match[3] || Number(match[2]) > lastInstant)
    throw new AppError('VALIDATION_FAILED', { field: 'cursor', rule: 'cursor' })
  return { isMember: match[1] === '1', since: new Date(Number(match[2])), id: match[3] }
}
