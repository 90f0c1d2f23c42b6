import { z } from 'zod'
import { payChannels } from '../orders/kinds.ts'
import { operatorPageInput } from '../page.ts'
import { textInput } from '../text.ts'
import { dayRange } from '../time.ts'
import { renewalStates } from './kinds.ts'

export const allRenewalsInput = operatorPageInput.extend({
  state: z.enum(renewalStates).optional(),
  channel: z.enum(payChannels).optional(),
  /** A number of an agreement or of an order, whole; or part of a person's name or address, or their id. */
  search: textInput(0, 100).optional(),
  /** Days on which it was agreed to. */
  ...dayRange,
})
export type AllRenewalsInput = z.output<typeof allRenewalsInput>
