import { z } from 'zod'
import { countAnswer, dayAnswer, instantAnswer, wordingAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { changeAnswer, packageAnswer, reportAnswer } from './package.ts'
import {
  accountStates,
  attemptStatuses,
  confirmations,
  connectWays,
  contentTypes,
  evidenceKinds,
  historySources,
  platformKeys,
  publicationReasons,
  publicationRoutes,
  publicationStatuses,
  themeKeys,
} from './kinds.ts'

const hours = z.object({ from: countAnswer, to: countAnswer })

export const platformAccountAnswer = z
  .object({
    id: idAnswer('platformAccount'),
    platform: z.enum(platformKeys),
    name: z.string(),
    /** What it can do was found out of the platform, for each kind of content. */
    routes: z.record(z.enum(contentTypes), z.enum(publicationRoutes).nullable()),
    way: z.enum(connectWays),
    state: z.enum(accountStates),
    /** The platform's own words, where it refused something of late. */
    stateDetail: z.string().nullable(),
    /** When its permission lapses unless it is renewed; null where it does not. */
    expiresAt: instantAnswer.nullable(),
    isSandbox: z.boolean(),
    paceMinutes: countAnswer,
    window: hours.nullable(),
    lastPublishedAt: instantAnswer.nullable(),
    checkedAt: instantAnswer,
    createdAt: instantAnswer,
  })
  .meta({ id: 'PlatformAccount' })
export type PlatformAccountDto = z.output<typeof platformAccountAnswer>

/** Either it is connected, or the person goes to the platform's page first. */
export const connectAccountAnswer = z
  .object({
    account: platformAccountAnswer.nullable(),
    authorize: z.object({ url: z.string(), expiresAt: instantAnswer, isSandbox: z.boolean() }).nullable(),
  })
  .meta({ id: 'PlatformConnection' })
export type ConnectAccountDto = z.output<typeof connectAccountAnswer>

export const platformAnswer = z
  .object({
    key: z.enum(platformKeys),
    name: wordingAnswer,
    contentTypes: z.array(z.enum(contentTypes)),
    /** Ways in which an account of it can be connected here, the best first. */
    ways: z.array(z.enum(connectWays)),
    /** What an account there can do at best, by kind of content, with everything that the platform grants. */
    bestRoutes: z.record(z.enum(contentTypes), z.enum(publicationRoutes).nullable()),
    hosts: z.array(z.string()),
    /** Where a person writes there. */
    editorUrl: z.string(),
    isSandbox: z.boolean(),
    accounts: z.array(platformAccountAnswer),
  })
  .meta({ id: 'Platform' })
export type PlatformDto = z.output<typeof platformAnswer>

export const platformsAnswer = z.object({ platforms: z.array(platformAnswer) }).meta({ id: 'Platforms' })
export type PlatformsDto = z.output<typeof platformsAnswer>

/** A medium of a package as it is shown and saved: short-lived addresses on this host; null for what is drawn from `package`. */
const mediaLink = z.object({ id: z.string(), url: z.string().nullable(), downloadUrl: z.string().nullable() })

export const previewAnswer = z
  .object({
    platform: z.enum(platformKeys),
    accountId: idAnswer('platformAccount').nullable(),
    theme: z.enum(themeKeys),
    package: packageAnswer,
    changes: z.array(changeAnswer),
    report: reportAnswer,
    isBlocked: z.boolean(),
    isEdited: z.boolean(),
    /** The same content is at this account already, or about to be: this publication. */
    duplicateOf: idAnswer('publication').nullable(),
    mediaLinks: z.array(mediaLink),
  })
  .meta({ id: 'PublicationPreview' })
export type PreviewDto = z.output<typeof previewAnswer>

export const previewsAnswer = z
  .object({
    creationId: idAnswer('creation'),
    versionId: idAnswer('version'),
    previews: z.array(previewAnswer),
  })
  .meta({ id: 'PublicationPreviews' })
export type PreviewsDto = z.output<typeof previewsAnswer>

const can = z.object({
  edit: z.boolean(),
  reschedule: z.boolean(),
  publishNow: z.boolean(),
  cancel: z.boolean(),
  /** By the address of where it is. */
  confirm: z.boolean(),
  /** The person has looked, and it is not there. */
  denyPosted: z.boolean(),
  retry: z.boolean(),
  retract: z.boolean(),
})

export const publicationAnswer = z
  .object({
    id: idAnswer('publication'),
    creationId: idAnswer('creation'),
    versionId: idAnswer('version'),
    platform: z.enum(platformKeys),
    account: z.object({ id: idAnswer('platformAccount'), name: z.string(), isSandbox: z.boolean() }),
    contentType: z.enum(contentTypes),
    route: z.enum(publicationRoutes),
    /** As it is there. */
    title: z.string(),
    status: z.enum(publicationStatuses),
    /** Who says that it is out; null as long as nobody does. */
    confirmation: z.enum(confirmations).nullable(),
    reason: z.enum(publicationReasons).nullable(),
    /** The platform's own words, or which picture it was. */
    detail: z.string().nullable(),
    /** Null: it begins when it is submitted. */
    scheduledAt: instantAnswer.nullable(),
    /** Where it is; null as long as nobody knows. */
    url: z.string().nullable(),
    publishedAt: instantAnswer.nullable(),
    can,
    createdAt: instantAnswer,
    updatedAt: instantAnswer,
  })
  .meta({ id: 'Publication' })
export type PublicationDto = z.output<typeof publicationAnswer>

const evidenceAnswer = z.object({
  kind: z.enum(evidenceKinds),
  /** What it proves; null for what only stands beside it. */
  confirms: z.enum(confirmations).nullable(),
  at: instantAnswer,
  /** The platform's id of it. */
  externalId: z.string().nullable(),
  url: z.string().nullable(),
  /** SHA-256 of what was answered, in hexadecimal digits. */
  answerHash: z.string().nullable(),
  /** What was seen, in short: ids, states and counts. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

const attemptAnswer = z.object({
  ordinal: countAnswer,
  route: z.enum(publicationRoutes),
  status: z.enum(attemptStatuses),
  reason: z.enum(publicationReasons).nullable(),
  detail: z.string().nullable(),
  startedAt: instantAnswer,
  endedAt: instantAnswer.nullable(),
})

const historyAnswer = z.object({
  from: z.enum(publicationStatuses).nullable(),
  to: z.enum(publicationStatuses),
  reason: z.enum(publicationReasons).nullable(),
  detail: z.string().nullable(),
  source: z.enum(historySources),
  at: instantAnswer,
})

/** What the person does now, by hand: a code to scan, a draft to publish there, or everything to be copied. */
const handoffAnswer = z.object({
  kind: z.enum(['qr', 'draft', 'assisted']),
  /** Of a code: what it says, to be drawn as a QR code. */
  code: z.string().nullable(),
  /** Where the person goes on: the platform's editor, or its list of drafts. */
  editorUrl: z.string(),
  expiresAt: instantAnswer.nullable(),
  /** In the sandbox, where the phone that plays the person opens it. */
  sandboxUrl: z.string().nullable(),
  /** The platform's own AI switch, to be ticked by hand; null where none is asked for. */
  declare: z.string().nullable(),
})

export const publicationDetailAnswer = publicationAnswer
  .extend({
    creationTitle: z.string(),
    theme: z.enum(themeKeys),
    package: packageAnswer,
    changes: z.array(changeAnswer),
    report: reportAnswer,
    isEdited: z.boolean(),
    mediaLinks: z.array(mediaLink),
    handoff: handoffAnswer.nullable(),
    evidence: z.array(evidenceAnswer),
    attempts: z.array(attemptAnswer),
    history: z.array(historyAnswer),
    /** Until when a removal by the platform is noticed. */
    watchedUntil: instantAnswer.nullable(),
  })
  .meta({ id: 'PublicationDetail' })
export type PublicationDetailDto = z.output<typeof publicationDetailAnswer>

/** Each account's own answer: they are apart from one another. */
export const publishAnswer = z
  .object({
    publications: z.array(publicationAnswer),
    /** Accounts to which nothing goes, and why; `code` and `params` as in an error. */
    refused: z.array(
      z.object({
        accountId: idAnswer('platformAccount'),
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
        /** What blocks it, where rules do. */
        report: reportAnswer.nullable(),
      }),
    ),
  })
  .meta({ id: 'Published' })
export type PublishDto = z.output<typeof publishAnswer>

export const publicationsAnswer = z.object({ publications: z.array(publicationAnswer) }).meta({ id: 'Publications' })
export type PublicationsDto = z.output<typeof publicationsAnswer>

export const calendarAnswer = z
  .object({ days: z.array(z.object({ day: dayAnswer, publications: z.array(publicationAnswer) })) })
  .meta({ id: 'PublicationCalendar' })
export type CalendarDto = z.output<typeof calendarAnswer>

const person = z.object({ id: idAnswer('user'), username: z.string() })

export const publicationRowAnswer = publicationAnswer.extend({ user: person })
export type PublicationRowDto = z.output<typeof publicationRowAnswer>

export const operatorPublicationAnswer = publicationRowAnswer.extend({
  evidence: z.array(evidenceAnswer),
  attempts: z.array(attemptAnswer),
  history: z.array(historyAnswer),
  report: reportAnswer,
  /** Its run in the Temporal UI; null where that address is not set. */
  workflowUrl: z.string().nullable(),
})
export type OperatorPublicationDto = z.output<typeof operatorPublicationAnswer>

export const platformHealthAnswer = z.object({
  /** The last 24 hours until then. */
  asOf: instantAnswer,
  platforms: z.array(
    z.object({
      platform: z.enum(platformKeys),
      accounts: countAnswer,
      unusableAccounts: countAnswer,
      /** Permissions that lapse within three days and cannot be renewed by themselves. */
      lapsing: countAnswer,
      attempts: countAnswer,
      refused: countAnswer,
      unknown: countAnswer,
      /** Refused and unknown of a hundred attempts; null without any. */
      errorPercent: countAnswer.nullable(),
      quotaUsedUp: countAnswer,
      published: countAnswer,
      removed: countAnswer,
      isSandbox: z.boolean(),
    }),
  ),
})
export type PlatformHealthDto = z.output<typeof platformHealthAnswer>

export const accountRowAnswer = platformAccountAnswer.extend({ user: person })
export type AccountRowDto = z.output<typeof accountRowAnswer>
