import type { CampaignRowDto, ParticipantDto } from '@mozhou/contracts/campaigns/admin-answers'
import type { AllCampaignsInput, ParticipantsInput } from '@mozhou/contracts/campaigns/admin-inputs'
import { formatId } from '@mozhou/contracts/ids'
import type { Page } from '@mozhou/contracts/page'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { escapeLike } from '../escape-like.ts'
import { afterCursor, decodeCursor, newestFirst, toPage } from '../paging.ts'
import { toCampaignRow } from './campaign-row-dto.ts'
import type { CampaignStateRow } from './campaign-state.ts'
import { campaignStates, toCampaignState } from './campaign-state.ts'
import { storedParticipationStatus } from './stored.ts'

/** Every campaign for operators, newest first. */
export async function findCampaigns(
  ctx: Pick<DomainContext, 'prisma'>,
  { status, kind, search = '', cursor, limit }: AllCampaignsInput,
): Promise<Page<CampaignRowDto>> {
  const conditions = [Prisma.sql`true`]
  if (status !== undefined) conditions.push(Prisma.sql`c.status = ${status}`)
  if (kind !== undefined) conditions.push(Prisma.sql`c.kind = ${kind}`)
  if (search !== '') conditions.push(Prisma.sql`c.name ILIKE ${`%${escapeLike(search)}%`}`)
  if (typeof cursor === 'string') {
    const { createdAt, id } = decodeCursor(cursor)
    conditions.push(Prisma.sql`(c.created_at, c.id) < (${createdAt}, ${id}::uuid)`)
  }
  const rows = await ctx.prisma.$queryRaw<CampaignStateRow[]>`
    ${campaignStates} WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY c.created_at DESC, c.id DESC LIMIT ${limit + 1}`
  return toPage(rows, limit, (row) => toCampaignRow(toCampaignState(row)))
}

/** Who took part, newest first, also those whose order was closed. */
export async function listParticipants(
  ctx: Pick<DomainContext, 'prisma'>,
  { campaignId, cursor, limit }: ParticipantsInput,
): Promise<Page<ParticipantDto>> {
  const rows = await ctx.prisma.campaignParticipation.findMany({
    where: { campaignId, ...afterCursor(cursor) },
    orderBy: newestFirst,
    take: limit + 1,
    select: {
      id: true,
      day: true,
      streak: true,
      cost: true,
      status: true,
      ruleVersion: true,
      orderId: true,
      createdAt: true,
      user: { select: { id: true, username: true } },
    },
  })
  return toPage(rows, limit, (row) => ({
    id: formatId('participation', row.id),
    person: { id: formatId('user', row.user.id), username: row.user.username },
    day: row.day.toISOString().slice(0, 10),
    streak: row.streak,
    amount: row.cost,
    status: storedParticipationStatus(row.status),
    ruleVersion: row.ruleVersion,
    orderId: row.orderId === null ? null : formatId('order', row.orderId),
    createdAt: row.createdAt.toISOString(),
  }))
}
