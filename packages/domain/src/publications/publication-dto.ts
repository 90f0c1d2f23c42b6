import { formatId } from '@mozhou/contracts/ids'
import type { PublicationDetailDto, PublicationDto } from '@mozhou/contracts/publications/answers'
import type { Prisma } from '@mozhou/db/client'
import {
  storedConfirmation,
  storedContentType,
  storedEvidenceKind,
  storedEvidenceVoice,
  storedHistorySource,
  storedPlatform,
  storedPublicationAttempt,
  storedPublicationReason,
  storedPublicationStatus,
  storedRoute,
} from '../stored-columns.ts'
import type { PublishingParts } from './publications-context.ts'
import { storedDetail, storedFacts } from './stored-package.ts'
import { permitted } from './transitions.ts'

export const publicationSelect = {
  id: true,
  creationId: true,
  versionId: true,
  platform: true,
  contentType: true,
  route: true,
  title: true,
  status: true,
  confirmation: true,
  reason: true,
  detail: true,
  mediaId: true,
  scheduledAt: true,
  url: true,
  publishedAt: true,
  ref: true,
  createdAt: true,
  updatedAt: true,
  account: { select: { id: true, name: true, isSandbox: true } },
} as const satisfies Prisma.PublicationSelect

export type PublicationRow = Prisma.PublicationGetPayload<{ select: typeof publicationSelect }>

const reasonOf = (reason: string | null) => (reason === null ? null : storedPublicationReason(reason))

export function toPublicationDto(
  { connectors }: Pick<PublishingParts, 'connectors'>,
  row: PublicationRow,
): PublicationDto {
  const status = storedPublicationStatus(row.status)
  const platform = storedPlatform(row.platform)
  const confirmation = row.confirmation === null ? null : storedConfirmation(row.confirmation)
  const isRetractable = connectors[platform]?.retract !== undefined && row.ref !== null
  return {
    id: formatId('publication', row.id),
    creationId: formatId('creation', row.creationId),
    versionId: formatId('version', row.versionId),
    platform,
    account: { ...row.account, id: formatId('platformAccount', row.account.id) },
    contentType: storedContentType(row.contentType),
    route: storedRoute(row.route),
    title: row.title,
    status,
    confirmation,
    reason: reasonOf(row.reason),
    detail: storedDetail(row.detail),
    mediaId: row.mediaId,
    scheduledAt: row.scheduledAt?.toISOString() ?? null,
    url: row.url,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    can: permitted(status, { isRetractable, confirmation }),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

export const storySelect = {
  evidence: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
  attempts: { orderBy: { ordinal: 'asc' } },
  history: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.PublicationSelect

type StoryRow = Prisma.PublicationGetPayload<{ select: typeof storySelect }>

/** Everything that was seen of it, asked for it, and where it stood. */
export function toStory(row: StoryRow): Pick<PublicationDetailDto, 'evidence' | 'attempts' | 'history'> {
  return {
    evidence: row.evidence.map((seen) => ({
      kind: storedEvidenceKind(seen.kind),
      confirms: seen.confirms === null ? null : storedConfirmation(seen.confirms),
      at: seen.at.toISOString(),
      lastAt: seen.lastAt.toISOString(),
      seenCount: seen.seenCount,
      source: seen.source,
      by: storedEvidenceVoice(seen.by),
      externalId: seen.externalId,
      url: seen.url,
      answerHash: seen.answerHash,
      ...storedFacts(seen.facts),
    })),
    attempts: row.attempts.map((attempt) => ({
      ordinal: attempt.ordinal,
      route: storedRoute(attempt.route),
      status: storedPublicationAttempt(attempt.status),
      reason: reasonOf(attempt.reason),
      detail: storedDetail(attempt.detail),
      startedAt: attempt.startedAt.toISOString(),
      endedAt: attempt.endedAt?.toISOString() ?? null,
    })),
    history: row.history.map(({ from, to, reason, detail, source, at }) => ({
      from: from === null ? null : storedPublicationStatus(from),
      to: storedPublicationStatus(to),
      reason: reasonOf(reason),
      detail: storedDetail(detail),
      source: storedHistorySource(source),
      at: at.toISOString(),
    })),
  }
}
