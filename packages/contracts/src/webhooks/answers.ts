import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { webhookDeliveryStatuses, webhookEvents } from './kinds.ts'

export const webhookAnswer = z
  .object({
    id: idAnswer('webhook'),
    url: z.string(),
    events: z.array(z.enum(webhookEvents)),
    isOn: z.boolean(),
    /** When the last of its deliveries arrived. */
    deliveredAt: instantAnswer.nullable(),
    createdAt: instantAnswer,
  })
  .meta({ id: 'Webhook' })
export type WebhookDto = z.output<typeof webhookAnswer>

export const webhooksAnswer = z.object({ webhooks: z.array(webhookAnswer) }).meta({ id: 'Webhooks' })
export type WebhooksDto = z.output<typeof webhooksAnswer>

/** The secret is answered here once, and never again. */
export const createdWebhookAnswer = z
  .object({ webhook: webhookAnswer, secret: z.string() })
  .meta({ id: 'CreatedWebhook' })
export type CreatedWebhookDto = z.output<typeof createdWebhookAnswer>

export const webhookDeliveryAnswer = z
  .object({
    id: idAnswer('webhookDelivery'),
    event: z.enum(webhookEvents),
    status: z.enum(webhookDeliveryStatuses),
    tries: countAnswer,
    /** What the address answered last; null where nothing answered. */
    httpStatus: countAnswer.nullable(),
    /** Why nothing answered, in short. */
    failure: z.string().nullable(),
    createdAt: instantAnswer,
    nextTryAt: instantAnswer.nullable(),
    deliveredAt: instantAnswer.nullable(),
  })
  .meta({ id: 'WebhookDelivery' })
export type WebhookDeliveryDto = z.output<typeof webhookDeliveryAnswer>
