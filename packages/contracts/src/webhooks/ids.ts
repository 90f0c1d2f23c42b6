export const webhooksIds = { webhook: 'whk', webhookDelivery: 'whd' } as const
