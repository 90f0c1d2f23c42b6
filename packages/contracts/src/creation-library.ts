import { z } from 'zod'
import { creationKinds, creationStatuses } from './creations.ts'
import type { CreationRowDto } from './creations.ts'
import type { ErrorCode } from './errors.ts'
import { idInput } from './ids.ts'
import { pageInput } from './page.ts'
import { textInput } from './text.ts'
import { instantInput } from './time.ts'
import { toolKeyInput } from './tools/registry.ts'

export const creationSorts = ['newest', 'oldest', 'updated', 'longest'] as const
export type CreationSort = (typeof creationSorts)[number]

/** How long a work in the trash can be brought back; after that its texts are purged. */
export const trashDays = 30
/** Works that one bulk action may name. */
export const bulkLimit = 100

export const listCreationsInput = pageInput
  .extend({
    /** Words that title or text must hold, in any case or width; `"…"` keeps its spaces. */
    search: textInput(1, 100).optional(),
    kind: z.enum(creationKinds).optional(),
    tool: toolKeyInput.optional(),
    status: z.enum(creationStatuses).optional(),
    isIncomplete: z.boolean().optional(),
    /** Made at or after, and before. */
    from: instantInput.optional(),
    to: instantInput.optional(),
    sort: z.enum(creationSorts).default('newest'),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || Date.parse(from) < Date.parse(to), {
    path: ['to'],
    message: 'must be after from',
    params: { rule: 'after_from' },
  })
export type ListCreationsInput = z.output<typeof listCreationsInput>

export interface FoundCreationDto extends CreationRowDto {
  /** Where the search met the text, folded to lower case; null without a search. */
  excerpt: string | null
}

export const listTrashInput = pageInput
export type ListTrashInput = z.output<typeof listTrashInput>

export interface TrashedCreationDto extends CreationRowDto {
  deletedAt: string
  /** Begun days until the texts are purged, at least 1. */
  daysLeft: number
}

export const creationIdsInput = z.object({ creationIds: z.array(idInput('creation')).min(1).max(bulkLimit) })

/** A bulk action does what it can and says what it could not. */
export interface BulkResultDto {
  changedIds: string[]
  refused: { creationId: string; code: ErrorCode }[]
}
