import { AppError } from '@mozhou/contracts/errors'
import type { PublicationReason } from '@mozhou/contracts/publications/kinds'
import { VendorError } from '@mozhou/contracts/vendor-error'
import type { Wording } from '@mozhou/contracts/wording'
import type { UploadState } from '@mozhou/integrations/publishing/media-port'
import type { PublishingConnector } from '@mozhou/integrations/publishing/port'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { isBlocked } from '@mozhou/platforms/rules/check-package'
import type { CheckReport } from '@mozhou/platforms/rules/check-package'
import { getPlatformRules } from '../platform-rules/get-platform-rules.ts'
import { openSession } from './account-session.ts'
import { connectorOf } from './connector-of.ts'
import { changePublication } from './lock-publication.ts'
import { capabilityFor, checkOn, routedAnew } from './make-package.ts'
import { markUnusable } from './mark-unusable.ts'
import { Undrawable } from './media-files.ts'
import { movePublication } from './move-publication.ts'
import type { PublicationsContext } from './publications-context.ts'
import { toJson } from './to-json.ts'
import { publishInput } from './publish-input.ts'
import { settleRefusal } from './settle-refusal.ts'
import { storedCapabilities, storedDetail, storedPackage, storedUploads } from './stored-package.ts'
import { storedPlatform } from '../stored-columns.ts'
import { refusedFor } from './vendor-refusal.ts'

const personStopped: Wording = {
  zh: '到发布时间时，你的账号停用或正在注销，没有发出。',
  en: 'When it was due, your account here was suspended or being closed; nothing was sent.',
}

interface Preparing {
  publicationId: string
  signal: AbortSignal
}

/**
 * Everything before the one call that cannot be taken back: whether the account can still be published to, its rules as they are today, the
 * declaration, and the uploads, which go on where an earlier try was cut off. Nothing that a reader sees comes of it.
 * @returns whether it is ready to be submitted
 */
export async function preparePublication(
  ctx: PublicationsContext,
  { publicationId, signal }: Preparing,
): Promise<{ isReady: boolean }> {
  const found = await load(ctx, publicationId)
  if (found === null) return { isReady: false }
  const { platform, account, isActive, hasWork } = found
  const stop = (reason: PublicationReason, detail: Wording | null = null) =>
    halt(ctx, publicationId, { reason, detail })
  if (!isActive) return stop('account_unusable', personStopped)
  if (!hasWork) return stop('work_gone')
  if (account.state !== 'connected') return stop('account_unusable', storedDetail(account.stateDetail))
  const capability = capabilityFor(storedCapabilities(account.capabilities), found.package.contentType)
  const pack = capability ? routedAnew(found.package, capability) : found.package
  const report = checkOn(pack, { at: ctx.clock.now(), rules: await getPlatformRules(ctx) })
  await keepChecked(ctx, publicationId, pack, report)
  if (pack.declarations.ai?.made === 'impossible') return stop('declaration_impossible')
  if (isBlocked(report)) return stop('rules_blocked')
  const connector = connectorOf(ctx, platform)
  return upload(ctx, connector, { publicationId, signal, pack, accountId: account.id, uploads: found.uploads })
}

async function load(ctx: PublicationsContext, id: string) {
  const row = await ctx.prisma.publication.findUnique({
    where: { id },
    select: {
      status: true,
      platform: true,
      package: true,
      uploads: true,
      user: { select: { status: true } },
      creation: { select: { deletedAt: true, purgedAt: true } },
      account: { select: { id: true, state: true, stateDetail: true, capabilities: true } },
    },
  })
  if (row?.status !== 'preparing') return null
  return {
    platform: storedPlatform(row.platform),
    package: storedPackage(row.package),
    uploads: storedUploads(row.uploads),
    account: row.account,
    isActive: row.user.status === 'active',
    hasWork: row.creation.deletedAt === null && row.creation.purgedAt === null,
  }
}

interface Halt {
  reason: PublicationReason
  detail?: Wording | null
  mediaId?: string
}

/** Waits for its person: nothing was sent. */
async function halt(
  ctx: PublicationsContext,
  publicationId: string,
  { reason, detail = null, mediaId }: Halt,
): Promise<{ isReady: false }> {
  await changePublication(ctx, { publicationId }, async (tx, row) => {
    if (row.status !== 'preparing') return
    await movePublication(tx, row, {
      to: 'needs_attention',
      source: 'workflow',
      reason,
      detail,
      ...(mediaId !== undefined && { mediaId }),
    })
  })
  return { isReady: false }
}

async function keepChecked(
  ctx: PublicationsContext,
  id: string,
  pack: PlatformPackage,
  report: CheckReport,
): Promise<void> {
  await ctx.prisma.publication.updateMany({
    where: { id, status: 'preparing' },
    data: { package: toJson(pack), route: pack.route, report: toJson(report) },
  })
}

interface Uploading extends Preparing {
  pack: PlatformPackage
  accountId: string
  uploads: UploadState | null
}

async function upload(
  ctx: PublicationsContext,
  connector: PublishingConnector,
  { publicationId, signal, pack, accountId, uploads }: Uploading,
): Promise<{ isReady: boolean }> {
  const save = async (state: UploadState) => {
    await ctx.prisma.publication.updateMany({
      where: { id: publicationId, status: 'preparing' },
      data: { uploads: toJson(state) },
    })
  }
  try {
    const session = await openSession(ctx, connector, accountId)
    const input = await publishInput(ctx, { id: publicationId, package: pack })
    const prepared = await connector.prepare(session, input, { uploads, save }, signal)
    await save(prepared.uploads)
    if (prepared.state === 'ready') return { isReady: true }
    const [first] = prepared.refusals
    if (!first) return { isReady: true }
    const { evidence } = first
    const refused = { ...refusedFor(connector, first.error, first.mediaId), ...(evidence && { evidence }) }
    await changePublication(ctx, { publicationId }, async (tx, row) => {
      if (row.status === 'preparing') await settleRefusal(tx, row, refused, { kind: 'preparation_answer' })
    })
    return { isReady: false }
  } catch (cause) {
    if (cause instanceof Undrawable)
      return halt(ctx, publicationId, { reason: 'media_missing', detail: cause.why, mediaId: cause.mediaId })
    if (cause instanceof AppError && cause.code === 'FILE_NOT_FOUND')
      return halt(ctx, publicationId, { reason: 'media_missing' })
    if (cause instanceof AppError && cause.code === 'PLATFORM_ACCOUNT_NOT_FOUND')
      return halt(ctx, publicationId, { reason: 'account_unusable' })
    if (!(cause instanceof VendorError)) throw cause
    const refused = refusedFor(connector, cause)
    if (refused.reason === 'account_unusable') await markUnusable(ctx, accountId, connector.explain(cause))
    await changePublication(ctx, { publicationId }, async (tx, row) => {
      if (row.status === 'preparing') await settleRefusal(tx, row, refused, { kind: 'preparation_answer' })
    })
    return { isReady: false }
  }
}
