import { z } from 'zod'
import { idInput } from './ids.ts'

export const exportFormats = ['md', 'html', 'txt', 'docx'] as const
export type ExportFormat = (typeof exportFormats)[number]

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
