import { z } from 'zod'
import { idInput } from '../ids.ts'
import { payChannels } from '../orders/kinds.ts'

export const startRenewalInput = z.object({
  planId: idInput('plan'),
  channel: z.enum(payChannels),
  /** The price that was shown; another one is another consent. */
  priceFen: z.number().int().min(1),
  /** The terms that were shown. */
  textVersion: z.string().min(1).max(40),
  /** Ticked by the person: nothing is agreed to by silence. */
  isAgreed: z.literal(true),
  isOnPhone: z.boolean().default(false),
})
export type StartRenewalInput = z.output<typeof startRenewalInput>
