import { z } from 'zod'
import { idInput, requestKeyInput } from '../ids.ts'
import { pageInput } from '../page.ts'
import { leastRechargeFen, mostRechargeFen } from '../orders/prices.ts'
import { dayInput } from '../time.ts'

export const listCampaignsInput = pageInput
export const campaignIdInput = z.object({ campaignId: idInput('campaign') })

/** What a recharge of this list price would get. */
export const offerInput = z.object({ amountFen: z.number().int().min(leastRechargeFen).max(mostRechargeFen) })
export type OfferInput = z.output<typeof offerInput>

/** The same key again, and a second check-in on one day, give what the first gave. */
export const participateInput = z.object({ campaignId: idInput('campaign'), requestKey: requestKeyInput })
export type ParticipateInput = z.output<typeof participateInput>

/** The month that a day lies in; left out, the present one. */
export const checkInsInput = z.object({ campaignId: idInput('campaign'), day: dayInput.optional() })
export type CheckInsInput = z.output<typeof checkInsInput>
