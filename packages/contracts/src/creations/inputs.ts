import { z } from 'zod'
import { idInput, requestKeyInput } from '../ids.ts'
import { pageInput } from '../page.ts'
import { exactTextInput, textInput } from '../text.ts'
import { endInput, instantInput } from '../time.ts'
import { imageToolKeys } from '../image-tools/registry.ts'
import { toolKeys } from '../tools/registry.ts'
import { bulkLimit, creationKinds, creationSorts, creationStatuses, exportFormats } from './kinds.ts'

export const listCreationsInput = pageInput
  .extend({
    /** Words that title or text must hold, in any case or width; `"…"` keeps its spaces. */
    search: textInput(1, 100).optional(),
    kind: z.enum(creationKinds).optional(),
    tool: z.enum([...toolKeys, ...imageToolKeys]).optional(),
    status: z.enum(creationStatuses).optional(),
    isIncomplete: z.boolean().optional(),
    /** Made at or after, and before. */
    from: instantInput.optional(),
    to: endInput.optional(),
    sort: z.enum(creationSorts).default('newest'),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || Date.parse(from) < Date.parse(to), {
    path: ['to'],
    message: 'must be after from',
    params: { rule: 'after_from' },
  })
export type ListCreationsInput = z.output<typeof listCreationsInput>

export const listTrashInput = pageInput
export type ListTrashInput = z.output<typeof listTrashInput>

export const creationIdsInput = z.object({ creationIds: z.array(idInput('creation')).min(1).max(bulkLimit) })

export const creationIdInput = z.object({ creationId: idInput('creation') })

export const duplicateInput = z.object({ creationId: idInput('creation'), requestKey: requestKeyInput })
export type DuplicateInput = z.output<typeof duplicateInput>

/** As it comes in an address: `?format=docx&label=off&notes=true&version=ver_…`. */
export const exportCreationInput = z.object({
  creationId: idInput('creation'),
  format: z.enum(exportFormats),
  /** Left out: the current version. */
  versionId: idInput('version').optional(),
  /**
   * The visible AI label (人工智能生成合成内容标识办法, CAC, in force since 2025-09-01, article 4). `off` is the person's own
   * responsibility (article 9) and is recorded.
   */
  label: z.enum(['on', 'off']).default('on'),
  /** `true`: with the working notes too, such as 改动说明 and 文献核实表, which are no part of the work itself. */
  notes: z.enum(['true', 'false']).default('false'),
})
export type ExportCreationInput = z.output<typeof exportCreationInput>

/** What a person wrote without any model; the text is Markdown, or plain. */
export const writeOwnInput = z.object({
  title: textInput(1, 200),
  summary: textInput(0, 500).optional(),
  body: exactTextInput(100_000).min(1),
  tags: z.array(textInput(1, 60)).max(20).optional(),
  requestKey: requestKeyInput,
})
export type WriteOwnInput = z.output<typeof writeOwnInput>
