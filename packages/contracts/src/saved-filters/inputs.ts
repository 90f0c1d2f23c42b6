import { z } from 'zod'
import { idInput } from '../ids.ts'
import { textInput } from '../text.ts'
import { longestFilterName, savedTables } from './kinds.ts'

const mostParts = 20

/** What stands in the address of a list, without what is open on it. */
const filterInput = z
  .record(z.string().regex(/^[a-z][A-Za-z]{0,29}$/), z.union([z.string().max(200), z.boolean()]))
  .refine((parts) => Object.keys(parts).length <= mostParts, {
    message: 'has too many parts',
    params: { rule: 'too_many_fields', maximum: mostParts },
  })

export const listSavedFiltersInput = z.object({ table: z.enum(savedTables) })

/** Under a name that is there already: instead of that one. */
export const saveFilterInput = z.object({
  table: z.enum(savedTables),
  name: textInput(1, longestFilterName),
  search: filterInput,
})
export type SaveFilterInput = z.output<typeof saveFilterInput>

export const savedFilterIdInput = z.object({ filterId: idInput('savedFilter') })
