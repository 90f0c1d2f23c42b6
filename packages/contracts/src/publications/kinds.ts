import type { Wording } from '../wording.ts'

/** The eight platforms, in the order in which they are shown. */
export const platformKeys = [
  'wechat_official',
  'xiaohongshu',
  'douyin',
  'kuaishou',
  'toutiao',
  'baijiahao',
  'zhihu',
  'jianshu',
] as const
export type PlatformKey = (typeof platformKeys)[number]

export const platformNames: Readonly<Record<PlatformKey, Wording>> = {
  wechat_official: { zh: '公众号', en: 'WeChat Official Account' },
  xiaohongshu: { zh: '小红书', en: 'Xiaohongshu' },
  douyin: { zh: '抖音', en: 'Douyin' },
  kuaishou: { zh: '快手', en: 'Kuaishou' },
  toutiao: { zh: '今日头条', en: 'Toutiao' },
  baijiahao: { zh: '百家号', en: 'Baijiahao' },
  zhihu: { zh: '知乎', en: 'Zhihu' },
  jianshu: { zh: '简书', en: 'Jianshu' },
}

export const contentTypes = ['article', 'image_text', 'video'] as const
export type ContentType = (typeof contentTypes)[number]

/**
 * How a work reaches an account: `api` publishes it; `api_draft` puts it among the account's drafts, for the person to publish there;
 * `handoff` opens the platform's own app with everything filled in; `assisted` is done by hand, with everything ready to be copied.
 */
export const publicationRoutes = ['api', 'api_draft', 'handoff', 'assisted', 'browser'] as const
export type PublicationRoute = (typeof publicationRoutes)[number]

export const themeKeys = ['plain', 'ink', 'bamboo', 'cinnabar', 'harbour'] as const
export type ThemeKey = (typeof themeKeys)[number]

/**
 * `expired`: the platform wants the person to allow it anew. `address_refused`: our addresses are not on the account's list of allowed ones,
 * and nothing else is wrong. `restricted`: the platform lets the account publish nothing. `disconnected`: by the person.
 */
export const accountStates = ['connected', 'expired', 'address_refused', 'restricted', 'disconnected'] as const
export type AccountState = (typeof accountStates)[number]

/** How an account is connected: the platform's own page, keys that its backend shows, or a name alone for what is done by hand. */
export const connectWays = ['oauth', 'keys', 'assisted'] as const
export type ConnectWay = (typeof connectWays)[number]

/**
 * `draft`: the person works on it. `needs_attention`: nothing was sent, and nothing is until the person has done something. `submitted`: it
 * was sent, or may have been. `unconfirmed`: what became of it nobody knows. `rejected`: by the platform, which had it. `removed`: it was
 * out, and no longer is.
 */
export const publicationStatuses = [
  'draft',
  'scheduled',
  'preparing',
  'submitted',
  'in_review',
  'awaiting_user',
  'needs_attention',
  'published',
  'rejected',
  'failed',
  'unconfirmed',
  'expired',
  'cancelled',
  'removed',
] as const
export type PublicationStatus = (typeof publicationStatuses)[number]

/** With a run of its own. */
export const runningStatuses = [
  'scheduled',
  'preparing',
  'submitted',
  'in_review',
  'awaiting_user',
] as const satisfies readonly PublicationStatus[]
/** Nothing has been sent, and a word takes it back. */
export const unsentStatuses = [
  'draft',
  'scheduled',
  'preparing',
  'needs_attention',
] as const satisfies readonly PublicationStatus[]
/** Out there, or perhaps out there: the same work is not sent to the same account again. */
export const outStatuses = [
  'submitted',
  'in_review',
  'awaiting_user',
  'published',
  'unconfirmed',
] as const satisfies readonly PublicationStatus[]

/** Who says that it is out: the platform's interface, or the person, with an address of the platform's. They are never mixed. */
export const confirmations = ['platform_confirmed', 'user_confirmed'] as const
export type Confirmation = (typeof confirmations)[number]

/** Why one stands where it stands, beyond its status. `detail` beside it may hold more. */
export const publicationReasons = [
  'rules_blocked',
  'declaration_impossible',
  'account_unusable',
  'app_keys_refused',
  'quota_used_up',
  'duplicate',
  'media_refused',
  'media_missing',
  'content_refused',
  'invalid_request',
  'platform_busy',
  'review_refused',
  'platform_failed',
  'outcome_unknown',
  'not_found_there',
  'handoff_expired',
  'by_person',
  'not_posted',
  'removed_by_person',
  'removed_by_platform',
  'work_gone',
  'draft_gone',
] as const
export type PublicationReason = (typeof publicationReasons)[number]

/** What was seen of a publication, and by whom. `own_check` is ours: nobody was asked. */
export const evidenceKinds = [
  'submission_answer',
  'platform_status',
  'platform_list',
  'platform_notice',
  'person_address',
  'person_word',
  'preparation_answer',
  'public_page',
  'own_check',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Whose word a piece of evidence is: the platform's, a person's, or what this service found by itself. */
export const evidenceVoices = ['platform', 'user', 'service'] as const
export type EvidenceVoice = (typeof evidenceVoices)[number]

/** `submitting`: the platform is being asked, or its answer was lost. `unknown`: the answer was lost. */
export const attemptStatuses = ['submitting', 'accepted', 'refused', 'unknown'] as const
export type PublicationAttemptStatus = (typeof attemptStatuses)[number]

/** How lists are cut. */
export const publicationGroups = [
  'drafts',
  'planned',
  'under_way',
  'waiting_for_me',
  'published',
  'not_published',
] as const
export type PublicationGroup = (typeof publicationGroups)[number]

export const statusesOfGroup = {
  drafts: ['draft'],
  planned: ['scheduled'],
  under_way: ['preparing', 'submitted', 'in_review'],
  waiting_for_me: ['awaiting_user', 'needs_attention', 'unconfirmed'],
  published: ['published'],
  not_published: ['rejected', 'failed', 'expired', 'cancelled', 'removed'],
} as const satisfies Record<PublicationGroup, readonly PublicationStatus[]>

export const ruleSeverities = ['block', 'warn', 'info'] as const

/** Who moved one from state to state. */
export const historySources = ['person', 'workflow', 'platform', 'operator', 'sweep'] as const
export type HistorySource = (typeof historySources)[number]

/** Days after publishing in which a removal by the platform is noticed. */
export const watchDays = 7
/** How far ahead one may be planned. */
export const planDays = 90
