import type { Wording } from '@mozhou/contracts/wording'
import type { Capability, Credentials } from '@mozhou/integrations/publishing/account-port'
import type { Evidence } from '@mozhou/integrations/publishing/evidence-port'
import type { UploadState } from '@mozhou/integrations/publishing/media-port'
import type { Handoff, PlatformRef } from '@mozhou/integrations/publishing/port'
import type { Change, PlatformPackage } from '@mozhou/platforms/platform-package'
import type { CheckReport } from '@mozhou/platforms/rules/check-package'
import { storedJson } from '../stored.ts'

/** What JSON columns hold, each told by what no other shape has: they are written by this room alone. */
type Fits<T> = (value: unknown) => value is T
const has = <T>(...names: readonly (keyof T & string)[]): Fits<T> => {
  const isFit = (value: unknown): value is T =>
    typeof value === 'object' && value !== null && names.every((name) => Object.hasOwn(value, name))
  return isFit
}
const isListOf =
  <T>(isFit: (value: unknown) => value is T) =>
  (value: unknown): value is T[] =>
    Array.isArray(value) && value.every(isFit)
const orNull =
  <T>(isFit: (value: unknown) => value is T) =>
  (value: unknown): value is T | null =>
    value === null || isFit(value)

/** What the person chose besides: kept, so that a draft is adapted anew the same way. */
export interface PublicationOptions {
  purpose: 'article' | 'advertisement'
  pictures: readonly string[]
  cover: string | null
  /** The film; left out by rows from before there were any. */
  video?: string | null
}

export const storedPackage = storedJson('publications.package', has<PlatformPackage>('platform', 'body', 'media'))
export const storedChanges = storedJson('publications.changes', isListOf(has<Change>('code', 'effect')))
export const storedReport = storedJson('publications.report', has<CheckReport>('rulesVersion', 'results'))
export const storedOptions = storedJson('publications.options', has<PublicationOptions>('purpose', 'pictures'))
export const storedUploads = storedJson('publications.uploads', orNull(has<UploadState>('version')))
export const storedRef = storedJson('publications.ref', orNull(has<PlatformRef>('id', 'names')))
export const storedHandoff = storedJson('publications.handoff', orNull(has<Handoff>('kind', 'steps')))
export const storedDetail = storedJson('detail', orNull(has<Wording>('zh', 'en')))
export const storedFacts = storedJson('publication_evidence.facts', has<EvidenceFacts>('page'))
export const storedCapabilities = storedJson(
  'platform_accounts.capabilities',
  isListOf(has<Capability>('contentType', 'route')),
)
export const storedCredentials = storedJson('platform_accounts.credentials', has<Credentials>('way'))

/** Beside the columns of a piece of evidence. */
export interface EvidenceFacts extends Pick<Evidence, 'httpStatus' | 'vendorCode' | 'requestId'> {
  page: 'same' | 'other' | 'unseen' | null
}
