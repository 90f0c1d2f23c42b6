import { z } from 'zod'
import { idInput } from '../ids.ts'
import { pageInput } from '../page.ts'

export const listAuditInput = pageInput.extend({
  /** Edge id of what was changed, of whichever kind. */
  target: z.string().max(60).optional(),
  /** Who did it. */
  actorId: idInput('user').optional(),
})
export type ListAuditInput = z.output<typeof listAuditInput>
