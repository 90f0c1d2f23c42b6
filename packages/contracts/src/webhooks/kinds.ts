/** What a customer's address can be told of. */
export const webhookEvents = [
  'publication.published',
  'publication.failed',
  'publication.attention',
  'publication.removed',
  'generation.succeeded',
  'generation.failed',
] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** `gave_up`: a day of tries came to nothing. `dropped`: the address was switched off or removed before. */
export const webhookDeliveryStatuses = ['waiting', 'delivered', 'gave_up', 'dropped'] as const
export type WebhookDeliveryStatus = (typeof webhookDeliveryStatuses)[number]

/** Of one person. */
export const mostWebhooks = 5
