import { toShownError } from '@mozhou/ui/wire/wire-error'
import { isNoWork } from '../works/load-creation.ts'

/** What the API answers to an id that is no work of this person's, or one of texts. */
export function isNoPictures(cause: unknown): boolean {
  return isNoWork(cause) || toShownError(cause).code === 'CREATION_HAS_NO_PICTURES'
}
