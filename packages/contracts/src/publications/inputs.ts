import { z } from 'zod'
import { idInput, requestKeyInput } from '../ids.ts'
import { operatorPageInput, pageInput } from '../page.ts'
import { exactTextInput, textInput } from '../text.ts'
import { dayInput, dayRange, instantInput } from '../time.ts'
import {
  accountStates,
  connectWays,
  contentTypes,
  platformKeys,
  publicationGroups,
  publicationStatuses,
  themeKeys,
} from './kinds.ts'

/** Accounts that one publication may go to at once. */
const mostTargets = 20
const mostMedia = 200

export const platformAccountIdInput = z.object({ accountId: idInput('platformAccount') })
export const publicationIdInput = z.object({ publicationId: idInput('publication') })
/** As it stands in the code that a phone scanned; whatever else is typed is refused as one that is none. */
export const handoffCodeInput = z.object({ code: z.string().min(1).max(100) })

export const connectAccountInput = z.object({
  platform: z.enum(platformKeys),
  way: z.enum(connectWays),
  /** Of `keys`: what the platform's own backend shows, by the names of the way's `fields`. */
  keys: z.record(z.string().min(1).max(60), textInput(0, 2_000)).optional(),
  /** Of `assisted`: the account's name there. */
  name: textInput(0, 60).optional(),
  /** Of `assisted`: the account's own page there. */
  profileUrl: textInput(0, 500).optional(),
})
export type ConnectAccountInput = z.output<typeof connectAccountInput>

/** What the platform's page sends back with the person. */
export const completeConnectInput = z.object({
  state: z.string().regex(/^[0-9a-f]{48}$/),
  code: z.string().min(1).max(2_000),
})
export type CompleteConnectInput = z.output<typeof completeConnectInput>

/** Pace and hours of one account: what is due outside of them waits for them. */
export const saveAccountInput = z.object({
  accountId: idInput('platformAccount'),
  name: textInput(1, 60).optional(),
  /** Minutes between two publications at least. */
  paceMinutes: z.number().int().min(0).max(1_440).optional(),
  /** Hours of Shanghai's day in which it publishes; `from` may be after `to`, over midnight. Null: any. */
  window: z
    .object({ from: z.number().int().min(0).max(23), to: z.number().int().min(1).max(24) })
    .nullable()
    .optional(),
})
export type SaveAccountInput = z.output<typeof saveAccountInput>

/** What a person changed of a package, field by field; `body` in the form that the package has. */
export const packageEditsInput = z.object({
  title: exactTextInput(500).optional(),
  digest: exactTextInput(1_000).optional(),
  author: exactTextInput(100).nullable().optional(),
  body: exactTextInput(300_000).optional(),
  tags: z.array(textInput(1, 100)).max(50).optional(),
  /** Ids of its media, of those that stay, in their order. */
  media: z.array(z.string().max(200)).max(mostMedia).optional(),
  cover: z.string().max(200).nullable().optional(),
  isOriginal: z.boolean().optional(),
})
export type PackageEdits = z.output<typeof packageEditsInput>

const form = {
  contentType: z.enum(contentTypes).optional(),
  theme: z.enum(themeKeys).optional(),
  edits: packageEditsInput.optional(),
}

const work = {
  creationId: idInput('creation'),
  /** Left out: the version that the work now has. */
  versionId: idInput('version').optional(),
  /** An advertisement is held to the advertising law. */
  purpose: z.enum(['article', 'advertisement']).optional(),
  /** The person's own pictures that go along, in their order. */
  pictures: z.array(idInput('file')).max(35).optional(),
  /** One of them; left out: the first. */
  cover: idInput('file').optional(),
}

/** Either an account, or a platform to see how it would look. */
const previewTarget = z
  .object({ accountId: idInput('platformAccount').optional(), platform: z.enum(platformKeys).optional(), ...form })
  .refine(({ accountId, platform }) => accountId !== undefined || platform !== undefined, {
    path: ['accountId'],
    message: 'accountId or platform is needed',
    params: { rule: 'required' },
  })

export const previewInput = z.object({ ...work, targets: z.array(previewTarget).min(1).max(mostTargets) })
export type PreviewInput = z.output<typeof previewInput>

export const saveDraftInput = z.object({
  ...work,
  accountId: idInput('platformAccount'),
  /** The draft that is changed; left out: the one of this work and account, or a new one. */
  publicationId: idInput('publication').optional(),
  ...form,
})
export type SaveDraftInput = z.output<typeof saveDraftInput>

const publishTarget = z.object({
  accountId: idInput('platformAccount'),
  /** A draft of this work and account: it is published as it was saved, in place of what follows. */
  publicationId: idInput('publication').optional(),
  ...form,
  /** In place of the one for all. */
  scheduledAt: instantInput.optional(),
})

export const publishInput = z.object({
  ...work,
  targets: z.array(publishTarget).min(1).max(mostTargets),
  /** Left out: now. */
  scheduledAt: instantInput.optional(),
  /** `stop`: nothing is published when one of them is refused. `skip`: those that can be are. */
  onRefusal: z.enum(['stop', 'skip']).default('stop'),
  requestKey: requestKeyInput,
})
export type PublishInput = z.output<typeof publishInput>

export const rescheduleInput = z.object({ publicationId: idInput('publication'), scheduledAt: instantInput })
export type RescheduleInput = z.output<typeof rescheduleInput>

/** Where the person says it is. */
export const confirmPublicationInput = z.object({
  publicationId: idInput('publication'),
  url: textInput(8, 2_000),
  /** It has another title there, and the person says that it is this piece all the same. */
  isOtherTitle: z.boolean().optional(),
})
export type ConfirmPublicationInput = z.output<typeof confirmPublicationInput>

export const listPublicationsInput = pageInput.extend({
  group: z.enum(publicationGroups).optional(),
  platform: z.enum(platformKeys).optional(),
  accountId: idInput('platformAccount').optional(),
  creationId: idInput('creation').optional(),
})
export type ListPublicationsInput = z.output<typeof listPublicationsInput>

const longestCalendarMs = 62 * 86_400_000

/** Days on Shanghai's calendar, both included: two months at the most. */
export const calendarInput = z
  .object({ from: dayInput, to: dayInput })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < longestCalendarMs, {
    path: ['to'],
    message: 'must lie within 62 days after from',
    params: { rule: 'day_range' },
  })
export type CalendarInput = z.output<typeof calendarInput>

/** For a page that looks at several. */
export const statusesInput = z.object({ publicationIds: z.array(idInput('publication')).min(1).max(100) })

export const findPublicationsInput = operatorPageInput.extend({
  status: z.enum(publicationStatuses).optional(),
  group: z.enum(publicationGroups).optional(),
  platform: z.enum(platformKeys).optional(),
  /** An id of a publication or person, or part of a name or title. */
  search: textInput(0, 100).optional(),
  ...dayRange,
})
export type FindPublicationsInput = z.output<typeof findPublicationsInput>

export const retryForPersonInput = z.object({ publicationId: idInput('publication'), reason: textInput(2, 200) })
export type RetryForPersonInput = z.output<typeof retryForPersonInput>

export const findAccountsInput = operatorPageInput.extend({
  platform: z.enum(platformKeys).optional(),
  state: z.enum(accountStates).optional(),
})
export type FindAccountsInput = z.output<typeof findAccountsInput>
