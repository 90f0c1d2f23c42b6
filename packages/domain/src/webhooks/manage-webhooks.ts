import { randomBytes } from 'node:crypto'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Page } from '@mozhou/contracts/page'
import type { CreatedWebhookDto, WebhookDeliveryDto, WebhookDto, WebhooksDto } from '@mozhou/contracts/webhooks/answers'
import type { CreateWebhookInput, ListDeliveriesInput, SaveWebhookInput } from '@mozhou/contracts/webhooks/inputs'
import { mostWebhooks } from '@mozhou/contracts/webhooks/kinds'
import { lockUser } from '../accounts/lock-user.ts'
import type { DomainContext } from '../context.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { storedDeliveryStatus, storedWebhookEvent } from '../stored-columns.ts'
import { inTransaction } from '../transaction.ts'
import { isWebhookAddress } from './webhook-address.ts'
import { toWebhookDto, webhookSelect } from './webhook-dto.ts'

type Own<T = object> = T & { userId: string }

export const webhookSeal = (webhookId: string) => `webhooks:${webhookId}`

/** The secret is told here and never again. @throws AppError WEBHOOK_ADDRESS_REFUSED, WEBHOOK_LIMIT */
export async function createWebhook(
  ctx: DomainContext,
  { userId, url, events }: Own<CreateWebhookInput>,
): Promise<CreatedWebhookDto> {
  if (!isWebhookAddress(ctx, url)) throw new AppError('WEBHOOK_ADDRESS_REFUSED')
  const secret = `whsec_${randomBytes(24).toString('base64')}`
  const row = await inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw(lockUser(userId))
    const count = await tx.prisma.webhook.count({ where: { userId } })
    if (count >= mostWebhooks) throw new AppError('WEBHOOK_LIMIT', { limit: mostWebhooks })
    const id = tx.newId()
    const { data, keyId } = ctx.secrets.seal(secret, webhookSeal(id))
    return tx.prisma.webhook.create({
      data: {
        id,
        userId,
        url,
        events: [...new Set(events)],
        secret: data,
        secretKeyId: keyId,
        createdAt: tx.clock.now(),
      },
      select: webhookSelect,
    })
  })
  return { webhook: toWebhookDto(row), secret }
}

export async function listWebhooks({ prisma }: DomainContext, { userId }: Own): Promise<WebhooksDto> {
  const rows = await prisma.webhook.findMany({
    where: { userId },
    orderBy: { createdAt: 'asc' },
    select: webhookSelect,
  })
  return { webhooks: rows.map(toWebhookDto) }
}

/** What waits for an address that is switched off is dropped. @throws AppError WEBHOOK_NOT_FOUND */
export async function saveWebhook(
  ctx: DomainContext,
  { userId, webhookId, events, isOn }: Own<SaveWebhookInput>,
): Promise<WebhookDto> {
  const row = await inTransaction(ctx, async (tx) => {
    const { count } = await tx.prisma.webhook.updateMany({
      where: { id: webhookId, userId },
      data: { ...(events && { events: [...new Set(events)] }), ...(isOn !== undefined && { isOn }) },
    })
    if (count === 0) throw new AppError('WEBHOOK_NOT_FOUND')
    if (isOn === false)
      await tx.prisma.webhookDelivery.updateMany({
        where: { webhookId, status: 'waiting' },
        data: { status: 'dropped', nextTryAt: null },
      })
    return tx.prisma.webhook.findUniqueOrThrow({ where: { id: webhookId }, select: webhookSelect })
  })
  return toWebhookDto(row)
}

/** @throws AppError WEBHOOK_NOT_FOUND */
export async function removeWebhook(
  { prisma }: DomainContext,
  { userId, webhookId }: Own<{ webhookId: string }>,
): Promise<void> {
  const { count } = await prisma.webhook.deleteMany({ where: { id: webhookId, userId } })
  if (count === 0) throw new AppError('WEBHOOK_NOT_FOUND')
}

/** What was sent to one of one's own addresses, newest first. @throws AppError WEBHOOK_NOT_FOUND */
export async function listDeliveries(
  { prisma }: DomainContext,
  { userId, webhookId, cursor, limit }: Own<ListDeliveriesInput>,
): Promise<Page<WebhookDeliveryDto>> {
  const from = afterCursor(cursor)
  const webhook = await prisma.webhook.findFirst({ where: { id: webhookId, userId }, select: { id: true } })
  if (webhook === null) throw new AppError('WEBHOOK_NOT_FOUND')
  const rows = await prisma.webhookDelivery.findMany({
    where: { webhookId, AND: [from] },
    orderBy: newestFirst,
    take: limit + 1,
    omit: { payload: true },
  })
  return toPage(rows, limit, (row) => ({
    id: formatId('webhookDelivery', row.id),
    event: storedWebhookEvent(row.event),
    status: storedDeliveryStatus(row.status),
    tries: row.tries,
    httpStatus: row.httpStatus,
    failure: row.failure,
    createdAt: row.createdAt.toISOString(),
    nextTryAt: row.nextTryAt?.toISOString() ?? null,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
  }))
}
