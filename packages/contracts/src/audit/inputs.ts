import { z } from 'zod'
import { idInput } from '../ids.ts'
import { operatorPageInput } from '../page.ts'
import { textInput } from '../text.ts'
import { dayRange } from '../time.ts'
import { auditActions } from './actions.ts'

export const listAuditInput = operatorPageInput.extend({
  /** Edge id of what was changed, of whichever kind. */
  target: z.string().max(60).optional(),
  /** Who did it. */
  actorId: idInput('user').optional(),
  action: z.enum(auditActions).optional(),
  /** An operator's username, or the id of what was changed, whole. */
  search: textInput(0, 100).optional(),
  ...dayRange,
})
export type ListAuditInput = z.output<typeof listAuditInput>
