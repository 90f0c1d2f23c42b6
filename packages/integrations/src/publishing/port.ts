import type { VendorError } from '@mozhou/contracts/vendor-error'
import type { Wording } from '@mozhou/contracts/wording'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import type { PlatformKey, Route } from '@mozhou/platforms/platforms'
import type {
  AccountSession,
  AppTokenStore,
  Capability,
  Connected,
  Connections,
  Credentials,
  Freshness,
} from './account-port.ts'
import type { Evidence, Refusal } from './evidence-port.ts'
import type { MediaFile, MediaWanted, Prepared, UploadState } from './media-port.ts'

/** Where and how one platform is reached. Base URLs are data: the sandbox and the platform differ by them and the keys. */
export interface PublishingTarget {
  platform: PlatformKey
  /** Null: the platform's own address. */
  baseUrl: string | null
  /** Our own application there; null: it was not registered, and whatever needs it is not offered. */
  app: { id: string; secret: string } | null
  /** `private` is for the sandbox; only a development setting may say so. */
  network: 'public' | 'private'
  /** Where public pages are read in place of the open web: `<this>/<host><path>`. Null: at their own address. */
  pagesBaseUrl: string | null
  clock: { now(): Date }
  /** Where our application's own tokens are kept; left out: in this connector. Processes that share an application share a store. */
  appTokens?: AppTokenStore
  timeouts?: { callMs: number; submitMs: number; uploadMs: number }
}

/** What is published: always the package as it was checked, never as it was first adapted. */
export interface PublishInput {
  package: PlatformPackage
  /** All of `package.media`, rendered and re-encoded as `mediaWanted` asks. */
  media: readonly MediaFile[]
  /** Where the piece stands publicly already; one platform asks for it. */
  originUrl: string | null
  /** Ours, the same for ever for this publication; goes along where the platform hands back what it was given. */
  key: string
}

/** What the platform calls a publication. JSON; what any later answer or notice names is laid over the stored `names`. */
export interface PlatformRef {
  /** The first name it was given, which never changes; notices carry it. */
  id: string
  /** Names learnt later, and what looking up needs. Never secrets. */
  names: Readonly<Record<string, string>>
}

export interface HandoffField {
  name: 'title' | 'digest' | 'body' | 'tags' | 'author' | 'caption'
  label: Wording
  /** What is copied. */
  text: string
  /** The same with its format, where the editor takes it from the clipboard. */
  html: string | null
}

/** What a person has to do for the work to be out. JSON. */
export interface Handoff {
  /** `draft_box`: publish the draft that is there. `scan`: open on a phone, where the app is filled in. `editor`: fill in by hand. */
  kind: 'draft_box' | 'scan' | 'editor'
  /** To be opened on a computer. */
  url: string
  /** To be drawn as a QR code, or opened on a phone; null: `url` does for phones, too. */
  phoneUrl: string | null
  /** ISO time after which it does nothing; null: it stays. */
  expiresAt: string | null
  /** In the order in which the page asks for them. */
  fields: readonly HandoffField[]
  /** Ids of `package.media` to be saved and put in, in their order; the cover first where the page asks for it apart. */
  mediaIds: readonly string[]
  /** What to do, in order; ends with what to come back with. */
  steps: readonly Wording[]
}

/**
 * `refused`: surely nothing was published, whatever the kind; with `rate_limited` or `unavailable` it may be submitted again.
 * `outcome_unknown`: never submitted again; looked for with `findLost`.
 * `awaiting_user`: nothing is out until a person acts. `capability` is set when this account turned out to allow less than was thought.
 */
export type Submission =
  | { outcome: 'accepted'; ref: PlatformRef; standing: Standing }
  | { outcome: 'awaiting_user'; ref: PlatformRef; handoff: Handoff; capability: Capability | null; evidence: Evidence }
  | { outcome: 'refused'; refusal: Refusal }
  | { outcome: 'outcome_unknown'; error: VendorError; sentAfter: string; sentBefore: string }

/**
 * `in_review`: taken, in processing or review. `awaiting_user`: handed over, not seen published. `expired`: the hand-over lapsed unused.
 * `rejected`: the platform's judgement. `failed`: it could not. `removed`: it had been public. `absent`: the platform does not know it,
 * which is also what some say in the first minutes.
 */
export type StandingState =
  | 'in_review'
  | 'awaiting_user'
  | 'published'
  | 'rejected'
  | 'failed'
  | 'removed'
  | 'expired'
  | 'absent'

/** How a publication stands, by the platform's word. JSON. */
export interface Standing {
  state: StandingState
  ref: PlatformRef
  /** Where readers find it; null while unknown, also when published. */
  url: string | null
  /** Who took it away, or refused it; null where it was not said. */
  actor: 'platform' | 'user' | null
  /** Why it was refused or taken away: what its state means, or what the platform wrote (`inPlatformWords`). */
  reason: Wording | null
  /** How long to wait before asking again; null: this is an end, though later removal can be looked up. */
  askAgainMs: number | null
  evidence: Evidence
}

/** A submit whose answer never came. */
export interface LostSubmission {
  input: PublishInput
  uploads: UploadState
  route: Route
  sentAfter: string
  sentBefore: string
  /** `ref.id`s of this account that are known to belong to other publications. */
  knownIds: readonly string[]
}

/** `none`: the platform's list is whole and it is not there. `unsure`: more than one could be it, or no list says; a person looks. */
export type Found = { found: 'one'; standing: Standing } | { found: 'none' | 'unsure'; evidence: Evidence | null }

export type WebhookReason = 'signature' | 'malformed' | 'stale' | 'wrong_account'

export interface RawWebhook {
  method: 'GET' | 'POST'
  query: Readonly<Record<string, string>>
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>
  /** As it arrived, before any parser. */
  body: Uint8Array
}

export interface WebhookReply {
  status: number
  contentType: string
  body: string
}

/** A notice's verified content. `ref.id` finds the publication, together with the account where that is named. */
export interface WebhookFact {
  accountExternalId: string | null
  standing: Standing
}

/** `id` stays the same when the notice is repeated. No facts: a probe, or news of something else; the reply is to be sent all the same. */
export type WebhookReading =
  | { ok: true; id: string; facts: readonly WebhookFact[]; reply: WebhookReply }
  | { ok: false; reason: WebhookReason; reply: WebhookReply }

export interface Webhooks {
  /** `account`: each account has an address of its own, and its credentials are needed to read. `app`: one address for all. */
  scope: 'account' | 'app'
  /** Never throws for what a stranger may send. `credentials` is null for scope `app`. */
  read(raw: RawWebhook, credentials: Credentials | null): WebhookReading
}

/** What a pasted address is worth. */
export type AddressCheck =
  /** The host is the platform's and the path that of a published piece; `url` is without tracking. Evidence is `by: 'user'`. */
  | { verdict: 'good'; url: string; page: PageSeen; evidence: Evidence }
  | {
      verdict: 'bad'
      why: 'not_an_address' | 'other_platform' | 'not_a_piece' | 'page_absent'
      hosts: readonly string[]
      /** Of a page that is no longer there: who took it away, where the page says it, and what was read. */
      gone: Gone | null
    }

export interface Gone {
  actor: Standing['actor']
  evidence: Evidence
}

/** `unseen`: the platform shows it to no program. `other`: what stands there has another title; to be asked of the person, not refused. */
export type PageSeen = { seen: 'same' | 'other'; title: string } | { seen: 'unseen'; why: string }

/** What the platform says is left of a daily quota. */
export interface Quota {
  what: Wording
  limit: number
  left: number
}

/** What is known before anybody is asked. */
export interface ConnectorFacts {
  /** Least time between two submits of one account. */
  paceMs: number
  /** Until an accepted submit that is still `in_review` is a matter for people. */
  reviewUsuallyEndsMs: number
  /** How long after publishing a removal is looked for, and how often; null where nothing can be looked up. */
  watch: { forMs: number; everyMs: number } | null
}

export interface Explanation {
  field: 'title' | 'digest' | 'body' | 'tags' | 'cover' | 'media' | 'account' | null
  /** What the person is told and can do. */
  words: Wording
  /** What it says of the account, where nothing works with it; left out: the person has to allow it anew. */
  accountState?: 'address_refused' | 'restricted'
}

/**
 * One platform. Nothing is retried and nothing is kept here. Calls throw a VendorError, or the reason of `signal` when that aborts; a
 * submit that was aborted is one whose outcome is unknown. Calls with a session renew a lapsed token through it, once, and go on.
 */
export interface PublishingConnector {
  platform: PlatformKey
  facts: ConnectorFacts
  connections: Connections
  /** Pure: how long the credentials will do. */
  freshness(credentials: Credentials, now: Date): Freshness
  /** To be called by `AccountSession.renew` alone, under the account's lock. @throws VendorError `account_disconnected`: connect anew */
  refresh(credentials: Credentials, signal: AbortSignal): Promise<Credentials>
  /** Reads who it is and what can be done. @throws VendorError `account_disconnected` */
  check(session: AccountSession, signal: AbortSignal): Promise<Connected>
  /** Pure: what each of the package's media is for, and in which form it is taken. */
  mediaWanted(pkg: PlatformPackage): readonly MediaWanted[]
  /**
   * Uploads what is not in `uploads` yet, one after another, and calls `save` after each step with what is to be handed in next time;
   * safe to repeat from any saved state. Nothing that a reader sees comes of it.
   */
  prepare(
    session: AccountSession,
    input: PublishInput,
    from: { uploads: UploadState | null; save(uploads: UploadState): Promise<void> },
    signal: AbortSignal,
  ): Promise<Prepared>
  /** Once. Throws nothing but the reason of `signal`. `input.package.route` says which way. */
  submit(session: AccountSession, input: PublishInput, uploads: UploadState, signal: AbortSignal): Promise<Submission>
  /** Safe to repeat. */
  lookUp(session: AccountSession, ref: PlatformRef, signal: AbortSignal): Promise<Standing>
  /** `none` at once where a hand-over or a page was made: nothing can be out. */
  findLost(session: AccountSession, lost: LostSubmission, signal: AbortSignal): Promise<Found>
  /** Pure and without a network where the address is wrong; otherwise reads the page if it is public. Also for hand-overs of `draft_box`. */
  checkAddress(given: { url: string; title: string }, signal: AbortSignal): Promise<AddressCheck>
  /** Left out where the platform sends none. */
  webhooks?: Webhooks
  /** Takes a published piece back; safe to repeat. Left out where there is no such call. `absent`: it was gone already. */
  retract?(
    session: AccountSession,
    ref: PlatformRef,
    signal: AbortSignal,
  ): Promise<{ state: 'removed' | 'absent'; evidence: Evidence }>
  /** What is left today. Left out where the platform tells nobody: there a used up quota shows as `quota_exhausted`. */
  quotas?(session: AccountSession, signal: AbortSignal): Promise<readonly Quota[]>
  /** Pure: what an error of this connector means to a person. */
  explain(error: VendorError): Explanation
}

export type ConnectorFactory = (target: PublishingTarget) => PublishingConnector
