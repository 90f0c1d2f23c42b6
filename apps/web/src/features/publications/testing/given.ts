import type { PlatformAccountDto, PreviewDto, PublicationDetailDto } from '@mozhou/contracts/publications/answers'
import type { PackageDto } from '@mozhou/contracts/publications/package'
import { adapt } from '@mozhou/platforms/adapt/adapt'
import type { PlatformKey } from '@mozhou/platforms/platforms'
import { imageOf, workOf } from '@mozhou/platforms/testing/works'

const hex = '018f00000000700080000000000000aa'
export const publicationId = `pub_${hex}`

export const accountOf = (platform: PlatformKey, more: Partial<PlatformAccountDto> = {}): PlatformAccountDto => ({
  id: `pac_${hex}`,
  platform,
  name: '山里小记',
  avatarUrl: null,
  url: null,
  capabilities: [{ contentType: 'article', route: 'assisted', reason: null }],
  way: 'assisted',
  state: 'connected',
  stateDetail: null,
  reconnectBy: null,
  isSandbox: false,
  paceMinutes: 0,
  window: null,
  setup: null,
  lastPublishedAt: null,
  checkedAt: '2026-11-30T00:00:00.000Z',
  createdAt: '2026-11-30T00:00:00.000Z',
  ...more,
})

const work = workOf('山里的早晨很安静。\n\n我们带了**帐篷**和睡袋。', { media: [imageOf('tent'), imageOf('lake')] })

/** As it comes over the wire: without read-only lists. */
export const packageOf = (platform: PlatformKey): PackageDto =>
  structuredClone(adapt(platform, work).package) as PackageDto

export const previewOf = (platform: PlatformKey, more: Partial<PreviewDto> = {}): PreviewDto => ({
  platform,
  accountId: `pac_${hex}`,
  theme: 'plain',
  package: packageOf(platform),
  changes: [],
  report: {
    platform,
    day: '2026-11-30',
    rulesVersion: '1',
    overridesVersion: '0',
    wordListVersion: null,
    results: [],
  },
  isBlocked: false,
  isEdited: false,
  duplicateOf: null,
  mediaLinks: [],
  ...more,
})

const nothing = {
  edit: false,
  reschedule: false,
  publishNow: false,
  cancel: false,
  confirm: false,
  denyPosted: false,
  correct: false,
  retry: false,
  retract: false,
}

export function publicationOf(
  platform: PlatformKey,
  { can, ...more }: Partial<Omit<PublicationDetailDto, 'can'>> & { can?: Partial<PublicationDetailDto['can']> } = {},
): PublicationDetailDto {
  const { report, theme, changes, mediaLinks } = previewOf(platform)
  return {
    id: publicationId,
    creationId: `cre_${hex}`,
    versionId: `ver_${hex}`,
    platform,
    account: { id: `pac_${hex}`, name: '山里小记', isSandbox: false },
    contentType: 'article',
    route: 'assisted',
    title: '周末去山里住一晚',
    status: 'scheduled',
    confirmation: null,
    reason: null,
    detail: null,
    mediaId: null,
    scheduledAt: '2026-12-03T04:00:00.000Z',
    url: null,
    publishedAt: null,
    can: { ...nothing, ...can },
    createdAt: '2026-11-30T00:00:00.000Z',
    updatedAt: '2026-11-30T00:00:00.000Z',
    creationTitle: '周末去山里住一晚',
    theme,
    package: packageOf(platform),
    changes,
    report,
    isEdited: false,
    mediaLinks,
    handoff: null,
    evidence: [],
    attempts: [],
    history: [],
    watchedUntil: null,
    ...more,
  }
}
