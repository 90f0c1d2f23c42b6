import { z } from 'zod'
import { idInput } from '../ids.ts'
import { textInput } from '../text.ts'
import { dayInput, dayRange } from '../time.ts'
import { payChannels } from '../orders/kinds.ts'
import { billKinds, findingResolutions } from './kinds.ts'

export const listBillsInput = z.object({
  /** The last day that was shown. */
  before: dayInput.optional(),
  limit: z.number().int().min(1).max(1_000).default(60),
  channel: z.enum(payChannels).optional(),
  kind: z.enum(billKinds).optional(),
  /** Only bills with findings that nobody has settled. */
  isOpen: z.boolean().optional(),
  ...dayRange,
})

export type ListBillsInput = z.input<typeof listBillsInput>

export const billIdInput = z.object({ billId: idInput('channelBill') })

export const reconcileDayInput = z.object({ day: dayInput })

export const resolveFindingInput = z.object({
  findingId: idInput('billFinding'),
  resolution: z.enum(findingResolutions),
  /** What was found out, and where it can be read. */
  note: textInput(4, 500),
})
export type ResolveFindingInput = z.output<typeof resolveFindingInput>
