import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { PreviewDto, PreviewsDto } from '@mozhou/contracts/publications/answers'
import type { PreviewInput } from '@mozhou/contracts/publications/inputs'
import { isBlocked } from '@mozhou/platforms/rules/check-package'
import { getPlatformRules } from '../platform-rules/get-platform-rules.ts'
import { storedPlatform } from '../stored-columns.ts'
import { contentHash } from './content-hash.ts'
import { findDuplicate } from './find-duplicate.ts'
import { loadWork } from './load-work.ts'
import { makePackage } from './make-package.ts'
import { mediaLinks } from './media-links.ts'
import { toChangeDtos, toPackageDto, toReportDto } from './package-dto.ts'
import type { PublicationsContext } from './publications-context.ts'
import { storedCapabilities } from './stored-package.ts'
import type { PublicationOptions } from './stored-package.ts'

/**
 * How a work would look on platforms, and what stands in the way; nothing is stored or sent.
 * @throws AppError as `loadWork`, PLATFORM_ACCOUNT_NOT_FOUND
 */
export async function previewPublications(
  ctx: PublicationsContext,
  input: PreviewInput & { userId: string },
): Promise<PreviewsDto> {
  const work = await loadWork(ctx, { ...input, options: optionsOf(input) })
  const held = { at: ctx.clock.now(), rules: await getPlatformRules(ctx) }
  const previews = await Promise.all(
    input.targets.map(async ({ accountId, platform, ...form }): Promise<PreviewDto> => {
      const account = accountId === undefined ? null : await loadAccount(ctx, { userId: input.userId, accountId })
      const target = account ?? { platform: platform ?? 'wechat_official', capabilities: [] }
      const made = makePackage({ ...target, connector: ctx.connectors[target.platform] }, work.document, form, held)
      const hash = contentHash(made.package)
      const duplicate = account ? await findDuplicate(ctx, { accountId: account.id, hash }) : null
      return {
        platform: target.platform,
        accountId: account && formatId('platformAccount', account.id),
        theme: made.theme,
        package: toPackageDto(made.package),
        changes: toChangeDtos(made.changes),
        report: toReportDto(made.report),
        isBlocked: isBlocked(made.report),
        isEdited: made.isEdited,
        duplicateOf: duplicate && formatId('publication', duplicate),
        mediaLinks: mediaLinks(ctx, made),
      }
    }),
  )
  const { creationId, versionId } = work
  return { creationId: formatId('creation', creationId), versionId: formatId('version', versionId), previews }
}

export function optionsOf(input: {
  purpose?: 'article' | 'advertisement' | undefined
  pictures?: readonly string[] | undefined
  cover?: string | undefined
}): PublicationOptions {
  return { purpose: input.purpose ?? 'article', pictures: input.pictures ?? [], cover: input.cover ?? null }
}

/** @throws AppError PLATFORM_ACCOUNT_NOT_FOUND */
export async function loadAccount(
  ctx: Pick<PublicationsContext, 'prisma'>,
  { userId, accountId }: { userId: string; accountId: string },
) {
  const row = await ctx.prisma.platformAccount.findFirst({
    where: { id: accountId, userId, state: { not: 'disconnected' } },
    select: { id: true, platform: true, name: true, state: true, capabilities: true },
  })
  if (row === null) throw new AppError('PLATFORM_ACCOUNT_NOT_FOUND')
  return { ...row, platform: storedPlatform(row.platform), capabilities: storedCapabilities(row.capabilities) }
}
