import type { VendorError } from '@mozhou/contracts/vendor-error'
import { unanswered } from './lost-call.ts'
import type { FoundTask, ImageTarget } from './port.ts'

/** Asked for a task at a vendor that answers with the pictures themselves. */
export function noTasks({ vendor }: ImageTarget): VendorError {
  return unanswered(vendor, 'submit', 'task_unknown')
}

export const findsNothing = async (): Promise<FoundTask> => ({ found: 'none' })

export const cancelsNothing = async (): Promise<boolean> => false
