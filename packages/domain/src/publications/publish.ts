import { AppError } from '@mozhou/contracts/errors'
import type { ErrorParams } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { PublishDto } from '@mozhou/contracts/publications/answers'
import type { PublishInput } from '@mozhou/contracts/publications/inputs'
import { planDays, runningStatuses } from '@mozhou/contracts/publications/kinds'
import { isBlocked } from '@mozhou/platforms/rules/check-package'
import type { CheckReport } from '@mozhou/platforms/rules/check-package'
import { lockUser } from '../accounts/lock-user.ts'
import type { TxContext } from '../context.ts'
import { getPlatformRules } from '../platform-rules/get-platform-rules.ts'
import { storedTheme } from '../stored-columns.ts'
import { inTransaction } from '../transaction.ts'
import { contentHash } from './content-hash.ts'
import { findDuplicate } from './find-duplicate.ts'
import { loadWork } from './load-work.ts'
import type { Work } from './load-work.ts'
import { capabilityFor, checkOn, makePackage, routedAnew } from './make-package.ts'
import type { Held, MadePackage } from './make-package.ts'
import { toReportDto } from './package-dto.ts'
import { loadAccount, optionsOf } from './preview-publications.ts'
import { publicationSelect, toPublicationDto } from './publication-dto.ts'
import type { PublicationsContext } from './publications-context.ts'
import { storedChanges, storedPackage } from './stored-package.ts'
import type { PublicationOptions } from './stored-package.ts'
import { toJson } from './to-json.ts'

/** Of a person, that have not ended. */
const mostOpen = 500
const dayMs = 86_400_000
/** A clock that is a little behind plans nothing in the past. */
const graceMs = 60_000

/** What runs have to know. */
export interface StartedPublication {
  publicationId: string
  userId: string
  accountId: string
  platform: string
  round: number
  batchId: string
}

type Asked = PublishInput & { userId: string }
type Target = PublishInput['targets'][number]
type Account = Awaited<ReturnType<typeof loadAccount>>

interface Ready {
  account: Account
  made: MadePackage
  hash: string
  scheduledAt: Date | null
}

interface Refused {
  accountId: string
  cause: AppError
  report: CheckReport | null
}

/**
 * One version to several accounts, now or at a time. The rows are written before anything runs; the same request key gives those that are
 * there. Each account is judged apart: with `skip` those that can be are published.
 * @throws AppError as `loadWork`, PLATFORM_ACCOUNT_NOT_FOUND, and with `stop` whatever the first account that is refused is refused for
 */
export async function publish(
  ctx: PublicationsContext,
  input: Asked,
): Promise<{ answer: PublishDto; started: StartedPublication[] }> {
  const { userId, requestKey } = input
  const repeated = await findStarted(ctx, userId, requestKey)
  if (repeated.length > 0) return answerOf(ctx, repeated, [])
  const options = optionsOf(input)
  const work = await loadWork(ctx, { ...input, options })
  const rules = await getPlatformRules(ctx)
  const judged = await Promise.all(input.targets.map((target) => judge(ctx, { ...input, rules }, target, work)))
  const refused = judged.filter((one): one is Refused => 'cause' in one)
  const [first] = refused
  if (first && input.onRefusal === 'stop') throw first.cause
  const ready = judged.filter((one): one is Ready => 'made' in one)
  const stored = await store(ctx, { ...input, options }, work, ready)
  return answerOf(ctx, stored.started, [...refused, ...stored.refused])
}

async function judge(
  ctx: PublicationsContext,
  input: Asked & Pick<Held, 'rules'>,
  target: Target,
  work: Work,
): Promise<Ready | Refused> {
  const { accountId } = target
  const account = await loadAccount(ctx, { userId: input.userId, accountId })
  const refuse = (cause: AppError, report: CheckReport | null = null): Refused => ({ accountId, cause, report })
  if (account.state !== 'connected') return refuse(new AppError('PLATFORM_ACCOUNT_UNUSABLE', { account: account.name }))
  const now = ctx.clock.now()
  const wanted = target.scheduledAt ?? input.scheduledAt
  const scheduledAt = wanted === undefined ? null : new Date(wanted)
  if (scheduledAt && !isPlannable(scheduledAt, now)) return refuse(new AppError('PUBLICATION_TIME', { days: planDays }))
  const held = { at: scheduledAt ?? now, rules: input.rules }
  const made =
    target.publicationId === undefined
      ? makePackage({ ...account, connector: ctx.connectors[account.platform] }, work.document, target, held)
      : await loadDraft(ctx, { account, work, publicationId: target.publicationId, held })
  if (isBlocked(made.report)) {
    const count = made.report.results.filter(({ severity }) => severity === 'block').length
    return refuse(new AppError('PUBLICATION_BLOCKED', { account: account.name, count }), made.report)
  }
  return { account, made, hash: contentHash(made.package), scheduledAt }
}

interface Draft {
  account: Account
  work: Work
  publicationId: string
  held: Held
}

/** @throws AppError PUBLICATION_NOT_FOUND */
async function loadDraft(
  { prisma }: PublicationsContext,
  { account, work, publicationId, held }: Draft,
): Promise<MadePackage> {
  const row = await prisma.publication.findFirst({
    where: { id: publicationId, accountId: account.id, creationId: work.creationId, status: 'draft' },
    select: { package: true, changes: true, theme: true, isEdited: true },
  })
  if (row === null) throw new AppError('PUBLICATION_NOT_FOUND')
  const saved = storedPackage(row.package)
  const capability = capabilityFor(account.capabilities, saved.contentType)
  const pack = capability ? routedAnew(saved, capability) : saved
  const { isEdited } = row
  const changes = storedChanges(row.changes)
  return { theme: storedTheme(row.theme), package: pack, changes, report: checkOn(pack, held), isEdited }
}

export const isPlannable = (at: Date, now: Date): boolean =>
  at.getTime() > now.getTime() - graceMs && at.getTime() < now.getTime() + planDays * dayMs

async function store(
  ctx: PublicationsContext,
  input: Asked & { options: PublicationOptions },
  work: Work,
  ready: readonly Ready[],
): Promise<{ started: StartedPublication[]; refused: Refused[] }> {
  return inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw(lockUser(input.userId))
    const repeated = await findStarted(tx, input.userId, input.requestKey)
    if (repeated.length > 0) return { started: repeated, refused: [] }
    const open = await tx.prisma.publication.count({
      where: { userId: input.userId, status: { in: [...runningStatuses] } },
    })
    if (open + ready.length > mostOpen) throw new AppError('PUBLICATION_LIMIT', { limit: mostOpen })
    const batchId = tx.newId()
    const started: StartedPublication[] = []
    const refused: Refused[] = []
    for (const one of ready) {
      const { account, hash } = one
      if ((await findDuplicate(tx, { accountId: account.id, hash })) !== null) {
        const cause = new AppError('PUBLICATION_DUPLICATE', { account: account.name })
        if (input.onRefusal === 'stop') throw cause
        refused.push({ accountId: account.id, cause, report: null })
      } else started.push(await insert(tx, { ...input, work, batchId }, one))
    }
    return { started, refused }
  })
}

type Inserted = Pick<Asked, 'userId'> & {
  requestKey: string | null
  options: PublicationOptions
  work: Work
  batchId: string
}

async function insert(tx: TxContext, input: Inserted, ready: Ready): Promise<StartedPublication> {
  const now = tx.clock.now()
  const { userId, batchId } = input
  const { account, scheduledAt } = ready
  // A draft of this work and account has become this.
  await tx.prisma.publication.deleteMany({
    where: { accountId: account.id, creationId: input.work.creationId, status: 'draft' },
  })
  const id = tx.newId()
  await tx.prisma.publication.create({
    data: {
      ...packageColumns(input, ready),
      id,
      userId,
      accountId: account.id,
      platform: account.platform,
      status: 'scheduled',
      requestKey: input.requestKey,
      batchId,
      scheduledAt,
      dueAt: scheduledAt ?? now,
      createdAt: now,
      updatedAt: now,
      history: { create: { id: tx.newId(), to: 'scheduled', source: 'person', at: now } },
    },
    select: { id: true },
  })
  return { publicationId: id, userId, accountId: account.id, platform: account.platform, round: 1, batchId }
}

/** What is kept of a package, whether it is a draft or on its way. */
export function packageColumns(
  { work, options }: Pick<Inserted, 'work' | 'options'>,
  { made, hash }: { made: MadePackage; hash: string },
) {
  const { contentType, route, title } = made.package
  return {
    creationId: work.creationId,
    versionId: work.versionId,
    contentType,
    route,
    theme: made.theme,
    options: { ...options, pictures: [...options.pictures] },
    package: toJson(made.package),
    changes: toJson(made.changes),
    report: toJson(made.report),
    isEdited: made.isEdited,
    contentHash: hash,
    // A platform without titles has one in its lists all the same.
    title: title === '' ? work.document.title : title,
  }
}

async function findStarted(
  { prisma }: Pick<TxContext, 'prisma'>,
  userId: string,
  requestKey: string,
): Promise<StartedPublication[]> {
  const rows = await prisma.publication.findMany({
    where: { userId, requestKey },
    select: { id: true, accountId: true, platform: true, round: true, batchId: true },
  })
  return rows.map(({ id, ...row }) => ({ publicationId: id, userId, ...row }))
}

async function answerOf(
  ctx: PublicationsContext,
  started: StartedPublication[],
  refused: readonly Refused[],
): Promise<{ answer: PublishDto; started: StartedPublication[] }> {
  const rows = await ctx.prisma.publication.findMany({
    where: { id: { in: started.map(({ publicationId }) => publicationId) } },
    orderBy: { id: 'asc' },
    select: publicationSelect,
  })
  const answer: PublishDto = {
    publications: rows.map((row) => toPublicationDto(ctx, row)),
    refused: refused.map(({ accountId, cause, report }) => ({
      accountId: formatId('platformAccount', accountId),
      code: cause.code,
      params: cause.params satisfies ErrorParams,
      report: report && toReportDto(report),
    })),
  }
  return { answer, started }
}
