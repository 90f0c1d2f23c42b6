import { z } from 'zod'
import { idAnswer } from '../ids.ts'

export const savedSearchAnswer = z.record(z.string(), z.union([z.string(), z.boolean()]))
const savedFilterAnswer = z.object({ id: idAnswer('savedFilter'), name: z.string(), search: savedSearchAnswer })
export type SavedFilterDto = z.output<typeof savedFilterAnswer>
