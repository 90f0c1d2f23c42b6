import type { WebhookEvent } from '@mozhou/contracts/webhooks/kinds'
import type { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'

export interface Announcement {
  userId: string
  event: WebhookEvent
  /** Made of business facts: the same thing is told once. */
  key: string
  /** Ids as people see them, states and addresses: never a text. */
  data: Prisma.InputJsonObject
}

/** Writes down what a person's own addresses are told, in the transaction of what it tells; the sweep sends it. */
export async function announce(tx: Pick<TxContext, 'prisma' | 'clock' | 'newId'>, told: Announcement): Promise<void> {
  const { userId, event, key, data } = told
  const webhooks = await tx.prisma.webhook.findMany({
    where: { userId, isOn: true, events: { has: event } },
    select: { id: true },
  })
  if (webhooks.length === 0) return
  const now = tx.clock.now()
  await tx.prisma.webhookDelivery.createMany({
    data: webhooks.map(({ id: webhookId }) => ({
      id: tx.newId(),
      webhookId,
      event,
      dedupeKey: key,
      payload: { event, createdAt: now.toISOString(), data },
      nextTryAt: now,
      createdAt: now,
    })),
    skipDuplicates: true,
  })
}
