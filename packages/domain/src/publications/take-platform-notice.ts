import { createHash } from 'node:crypto'
import type { PlatformKey } from '@mozhou/contracts/publications/kinds'
import type { RawWebhook, WebhookFact, WebhookReply } from '@mozhou/integrations/publishing/port'
import { openCredentials } from './account-seal.ts'
import { claimNotice } from './claim-notice.ts'
import { concludeStanding } from './conclude-standing.ts'
import { changePublication } from './lock-publication.ts'
import type { PublicationsContext } from './publications-context.ts'
import { toJson } from './to-json.ts'

interface Sent {
  platform: PlatformKey
  /** Of an address that belongs to one account. */
  accountId: string | null
  raw: RawWebhook
}

export interface TakenNotice {
  reply: WebhookReply
  /** Whose runs have to hear of it. */
  told: { publicationId: string; round: number }[]
}

const gone: WebhookReply = { status: 404, contentType: 'text/plain', body: 'not found' }

/**
 * What a platform sends by itself: verified, stored as it came, applied, and only then answered for. A repeat is known by its id and changes
 * nothing; one whose process died is applied by the repeat or by asking.
 */
export async function takePlatformNotice(
  ctx: PublicationsContext,
  { platform, accountId, raw }: Sent,
): Promise<TakenNotice> {
  const webhooks = ctx.connectors[platform]?.webhooks
  const nobody = (reply: WebhookReply): TakenNotice => ({ reply, told: [] })
  if (!webhooks || (webhooks.scope === 'account') !== (accountId !== null)) return nobody(gone)
  const account = accountId === null ? null : await findAccount(ctx, platform, accountId)
  if (accountId !== null && account === null) return nobody(gone)
  const reading = webhooks.read(raw, account && openCredentials(ctx, account))
  if (!reading.ok) {
    ctx.log.warn({ platform, accountId, reason: reading.reason }, 'a platform notice was refused')
    return nobody(reading.reply)
  }
  if (reading.facts.length === 0) return nobody(reading.reply)
  const noticeKey = createHash('sha256')
    .update(`${accountId ?? ''} ${reading.id}`)
    .digest('hex')
  const row = { id: ctx.newId(), platform, accountId, noticeKey, body: new Uint8Array(raw.body) }
  await ctx.prisma.platformNotice.createMany({
    data: [{ ...row, facts: toJson(reading.facts), receivedAt: ctx.clock.now() }],
    skipDuplicates: true,
  })
  const stored = await ctx.prisma.platformNotice.findUniqueOrThrow({
    where: { platform_noticeKey: { platform, noticeKey } },
    select: { id: true, appliedAt: true },
  })
  if (stored.appliedAt !== null) return nobody(reading.reply)
  const told: TakenNotice['told'] = []
  for (const fact of reading.facts) told.push(...(await apply(ctx, { platform, accountId, fact })))
  await ctx.prisma.platformNotice.update({
    where: { id: stored.id },
    data: { appliedAt: ctx.clock.now() },
    select: { id: true },
  })
  return { reply: reading.reply, told }
}

function findAccount(ctx: PublicationsContext, platform: PlatformKey, id: string) {
  return ctx.prisma.platformAccount.findFirst({
    where: { id, platform, state: { not: 'disconnected' } },
    select: { id: true, credentials: true, credentialsKeyId: true },
  })
}

/** What went out by its author's hand has a number that we do not know; a work that we did not make is none of our business. */
async function apply(
  ctx: PublicationsContext,
  { platform, accountId, fact }: { platform: PlatformKey; accountId: string | null; fact: WebhookFact },
): Promise<TakenNotice['told']> {
  const { accountExternalId: externalId, standing } = fact
  const row = await ctx.prisma.publication.findFirst({
    where: {
      platform,
      refId: standing.ref.id,
      ...(accountId !== null && { accountId }),
      ...(externalId !== null && { account: { externalId } }),
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true, round: true },
  })
  if (row === null) return accountId === null ? [] : claimNotice(ctx, { platform, accountId, standing })
  await changePublication(ctx, { publicationId: row.id }, (tx, current) =>
    concludeStanding(ctx, tx, current, { standing, kind: 'platform_notice', source: 'platform' }),
  )
  return [{ publicationId: row.id, round: row.round }]
}
