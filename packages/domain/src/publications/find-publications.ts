import { AppError } from '@mozhou/contracts/errors'
import { formatId, parseId } from '@mozhou/contracts/ids'
import type { Page } from '@mozhou/contracts/page'
import type {
  AccountRowDto,
  OperatorPublicationDto,
  PublicationRowDto,
} from '@mozhou/contracts/publications/operator-answers'
import type { FindAccountsInput, FindPublicationsInput } from '@mozhou/contracts/publications/inputs'
import { statusesOfGroup } from '@mozhou/contracts/publications/kinds'
import type { Prisma } from '@mozhou/db/client'
import { findPeople } from '../find-people.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { dayBounds } from '../shanghai-range.ts'
import { accountSelect, toAccountDto } from './account-dto.ts'
import { toReportDto } from './package-dto.ts'
import { publicationSelect, storySelect, toPublicationDto, toStory } from './publication-dto.ts'
import type { PublicationRow } from './publication-dto.ts'
import type { SetupContext } from './platform-setup.ts'
import type { PublicationsContext } from './publications-context.ts'
import { storedReport } from './stored-package.ts'

const rowSelect = { ...publicationSelect, user: { select: { id: true, username: true } } } as const

type Row = PublicationRow & { user: { id: string; username: string } }

const toRow = (ctx: PublicationsContext, row: Row): PublicationRowDto => ({
  ...toPublicationDto(ctx, row),
  user: { id: formatId('user', row.user.id), username: row.user.username },
})

/** Publications of the whole platform, newest first; never their texts. */
export async function findPublications(
  ctx: PublicationsContext,
  { cursor, limit, status, group, platform, search = '', ...days }: FindPublicationsInput,
): Promise<Page<PublicationRowDto>> {
  const rows = await ctx.prisma.publication.findMany({
    where: {
      AND: [
        afterCursor(cursor),
        { createdAt: dayBounds(days) },
        status === undefined ? {} : { status },
        group === undefined ? {} : { status: { in: [...statusesOfGroup[group]] } },
        platform === undefined ? {} : { platform },
        search === '' ? {} : await matching(ctx, search),
      ],
    },
    orderBy: newestFirst,
    take: limit + 1,
    select: rowSelect,
  })
  return toPage(rows, limit, (row) => toRow(ctx, row))
}

/** An id of a publication is one; anything else means people. */
async function matching(ctx: PublicationsContext, search: string): Promise<Prisma.PublicationWhereInput> {
  const id = parseId('publication', search.trim())
  return id === null ? { userId: { in: await findPeople(ctx, search) } } : { id }
}

/** One with all that was seen and tried. @throws AppError PUBLICATION_NOT_FOUND */
export async function getOperatorPublication(
  ctx: PublicationsContext,
  { publicationId }: { publicationId: string },
): Promise<Omit<OperatorPublicationDto, 'workflowUrl'> & { round: number }> {
  const row = await ctx.prisma.publication.findUnique({
    where: { id: publicationId },
    select: { ...rowSelect, ...storySelect, report: true, round: true },
  })
  if (row === null) throw new AppError('PUBLICATION_NOT_FOUND')
  const { round } = row
  return { ...toRow(ctx, row), ...toStory(row), report: toReportDto(storedReport(row.report)), round }
}

/** Accounts that people have connected, the newest first. */
export async function findAccounts(
  ctx: Pick<PublicationsContext, 'prisma'> & SetupContext,
  { cursor, limit, platform, state }: FindAccountsInput,
): Promise<Page<AccountRowDto>> {
  const rows = await ctx.prisma.platformAccount.findMany({
    where: {
      AND: [afterCursor(cursor), platform === undefined ? {} : { platform }, state === undefined ? {} : { state }],
    },
    orderBy: newestFirst,
    take: limit + 1,
    select: { ...accountSelect, user: { select: { id: true, username: true } } },
  })
  return toPage(rows, limit, ({ user, ...row }) => ({
    ...toAccountDto(ctx, row),
    user: { id: formatId('user', user.id), username: user.username },
  }))
}
