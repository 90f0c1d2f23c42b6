import { z } from 'zod'
import { instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'

const auditRowAnswer = z.object({
  id: idAnswer('audit'),
  actor: z.string(),
  permission: z.string(),
  action: z.string(),
  target: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  requestId: z.string(),
  createdAt: instantAnswer,
})
export type AuditRowDto = z.output<typeof auditRowAnswer>
