import { z } from 'zod'
import { countAnswer, dayAnswer, instantAnswer, wordingAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { handoffAnswer, mediaLinkAnswer } from './handoff.ts'
import { changeAnswer, packageAnswer, reportAnswer } from './package.ts'
import {
  accountStates,
  attemptStatuses,
  confirmations,
  connectWays,
  contentTypes,
  evidenceKinds,
  evidenceVoices,
  historySources,
  platformKeys,
  publicationReasons,
  publicationRoutes,
  publicationStatuses,
  themeKeys,
} from './kinds.ts'

const hours = z.object({ from: countAnswer, to: countAnswer })

/** What the person enters at the platform for an account that is connected by keys. */
const platformSetup = z.object({
  /** Addresses that our calls come from, for the platform's list of callers. Empty: nobody has told us. Null: it has no such list. */
  egressIps: z.array(z.string()).nullable(),
  /** Where the platform's notices of this account go; null: it has no address of its own. */
  callbackUrl: z.string().nullable(),
})

const capability = z.object({
  contentType: z.enum(contentTypes),
  route: z.enum(publicationRoutes),
  /** Why it is no better; null where it is the best that the platform has. */
  reason: wordingAnswer.nullable(),
})

export const platformAccountAnswer = z
  .object({
    id: idAnswer('platformAccount'),
    platform: z.enum(platformKeys),
    name: z.string(),
    avatarUrl: z.string().nullable(),
    /** Its own page there. */
    url: z.string().nullable(),
    /** What it can do, as it was found out of the platform. */
    capabilities: z.array(capability),
    way: z.enum(connectWays),
    state: z.enum(accountStates),
    /** What is wrong, and what to do about it; null while nothing is. */
    stateDetail: wordingAnswer.nullable(),
    /** When the person must have connected it anew; null: never. */
    reconnectBy: instantAnswer.nullable(),
    isSandbox: z.boolean(),
    paceMinutes: countAnswer,
    window: hours.nullable(),
    /** Null for one that is connected in another way than by keys. */
    setup: platformSetup.nullable(),
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

const connectWay = z.discriminatedUnion('way', [
  z.object({ way: z.literal('oauth') }),
  z.object({
    way: z.literal('keys'),
    fields: z.array(
      z.object({
        name: z.string(),
        label: wordingAnswer,
        hint: wordingAnswer,
        isSecret: z.boolean(),
        isRequired: z.boolean(),
      }),
    ),
    /** What the person sets at the platform besides, shown before the form. */
    steps: z.array(wordingAnswer),
    /** What is entered there, of the account that would be connected next. */
    setup: platformSetup,
  }),
  z.object({ way: z.literal('assisted') }),
])

export const platformAnswer = z
  .object({
    key: z.enum(platformKeys),
    name: wordingAnswer,
    contentTypes: z.array(z.enum(contentTypes)),
    /** Ways in which an account of it can be connected here, the best first. */
    ways: z.array(connectWay),
    /** Hosts of its public pages. */
    hosts: z.array(z.string()),
    /** Seconds between two publications of one account at least. */
    paceSeconds: countAnswer,
    isSandbox: z.boolean(),
    accounts: z.array(platformAccountAnswer),
  })
  .meta({ id: 'Platform' })
export type PlatformDto = z.output<typeof platformAnswer>

export const platformsAnswer = z.object({ platforms: z.array(platformAnswer) }).meta({ id: 'Platforms' })
export type PlatformsDto = z.output<typeof platformsAnswer>

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
    mediaLinks: z.array(mediaLinkAnswer),
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
  /** The address that its person gave was not the right one. */
  correct: z.boolean(),
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
    /** What it means and what can be done, in the platform's words where it gave some. */
    detail: wordingAnswer.nullable(),
    /** The medium of the package that it is about. */
    mediaId: z.string().nullable(),
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

export const evidenceAnswer = z.object({
  kind: z.enum(evidenceKinds),
  /** What it proves; null for what only stands beside it. */
  confirms: z.enum(confirmations).nullable(),
  at: instantAnswer,
  /** When the same was seen last, and how often it was. */
  lastAt: instantAnswer,
  seenCount: countAnswer,
  /** The call or the notice, as the platform names it. */
  source: z.string(),
  by: z.enum(evidenceVoices),
  /** The platform's id of it. */
  externalId: z.string().nullable(),
  url: z.string().nullable(),
  /** SHA-256 of what was answered, in hexadecimal digits. */
  answerHash: z.string().nullable(),
  httpStatus: countAnswer.nullable(),
  vendorCode: z.string().nullable(),
  requestId: z.string().nullable(),
  /** Of an address that a person gave: whether its page was read, and has this title. */
  page: z.enum(['same', 'other', 'unseen']).nullable(),
})

export const attemptAnswer = z.object({
  ordinal: countAnswer,
  route: z.enum(publicationRoutes),
  status: z.enum(attemptStatuses),
  reason: z.enum(publicationReasons).nullable(),
  detail: wordingAnswer.nullable(),
  startedAt: instantAnswer,
  endedAt: instantAnswer.nullable(),
})

export const historyAnswer = z.object({
  from: z.enum(publicationStatuses).nullable(),
  to: z.enum(publicationStatuses),
  reason: z.enum(publicationReasons).nullable(),
  detail: wordingAnswer.nullable(),
  source: z.enum(historySources),
  at: instantAnswer,
})

export const publicationDetailAnswer = publicationAnswer
  .extend({
    creationTitle: z.string(),
    theme: z.enum(themeKeys),
    package: packageAnswer,
    changes: z.array(changeAnswer),
    report: reportAnswer,
    isEdited: z.boolean(),
    mediaLinks: z.array(mediaLinkAnswer),
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
