import { z } from 'zod'
import { idInput } from '../ids.ts'
import { pageInput } from '../page.ts'
import { textInput } from '../text.ts'
import { webhookEvents } from './kinds.ts'

const events = z.array(z.enum(webhookEvents)).min(1).max(webhookEvents.length)

export const createWebhookInput = z.object({
  /** `https`, on the public internet. */
  url: textInput(8, 500).meta({ examples: ['https://example.com/mozhou'] }),
  events,
})
export type CreateWebhookInput = z.output<typeof createWebhookInput>

export const webhookIdInput = z.object({ webhookId: idInput('webhook') })

export const saveWebhookInput = z.object({
  webhookId: idInput('webhook'),
  events: events.optional(),
  isOn: z.boolean().optional(),
})
export type SaveWebhookInput = z.output<typeof saveWebhookInput>

export const listDeliveriesInput = pageInput.extend({ webhookId: idInput('webhook') })
export type ListDeliveriesInput = z.output<typeof listDeliveriesInput>

export const deliveryIdInput = z.object({ deliveryId: idInput('webhookDelivery') })
