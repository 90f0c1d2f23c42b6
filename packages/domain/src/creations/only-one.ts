import type { BulkResultDto } from '@mozhou/contracts/creations/answers'
import { AppError } from '@mozhou/contracts/errors'

/** A bulk action on a single work: what it could not do is the error. @throws AppError with the code of the refusal. */
export function onlyOne(result: BulkResultDto): { ok: true } {
  const [refused] = result.refused
  if (refused) throw new AppError(refused.code)
  return { ok: true }
}
