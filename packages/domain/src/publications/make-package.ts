import type { PlatformRulesDto } from '@mozhou/contracts/platform-rules/answers'
import type { PackageEdits } from '@mozhou/contracts/publications/inputs'
import type { ContentType, PlatformKey, ThemeKey } from '@mozhou/contracts/publications/kinds'
import type { Wording } from '@mozhou/contracts/wording'
import { adapt } from '@mozhou/platforms/adapt/adapt'
import { declareAi } from '@mozhou/platforms/adapt/declare-ai'
import type { Change, PlatformPackage } from '@mozhou/platforms/platform-package'
import { usualContentType } from '@mozhou/platforms/platforms'
import type { Route } from '@mozhou/platforms/platforms'
import { checkPackage } from '@mozhou/platforms/rules/check-package'
import type { CheckReport } from '@mozhou/platforms/rules/check-package'
import type { WorkDocument } from '@mozhou/platforms/work-document'
import type { Capability } from '@mozhou/integrations/publishing/account-port'
import type { PublishingConnector } from '@mozhou/integrations/publishing/port'
import { dayOf } from '../shanghai-day.ts'
import { applyEdits, isEdit } from './apply-edits.ts'
import { chooseRoute } from './choose-route.ts'
import type { Piece } from './choose-route.ts'

export interface MadePackage {
  theme: ThemeKey
  package: PlatformPackage
  changes: readonly Change[]
  report: CheckReport
  isEdited: boolean
}

export interface AdaptedPackage extends MadePackage {
  /** Why it goes no better way. */
  routeReason: Wording | null
}

interface Destination {
  platform: PlatformKey
  capabilities: readonly Capability[]
  /** Undefined where nothing of the platform is set up here. */
  connector: Pick<PublishingConnector, 'mediaWanted'> | undefined
}

interface Form {
  contentType?: ContentType | undefined
  theme?: ThemeKey | undefined
  edits?: PackageEdits | undefined
}

/** What a package is held to. */
export interface Held {
  /** When it is to be out. */
  at: Date
  /** As operators have them now (`getPlatformRules`). */
  rules: PlatformRulesDto
}

/** A work for one account, adapted, edited and held to the rules of the day on which it is to be out. */
export function makePackage(
  { platform, capabilities, connector }: Destination,
  document: WorkDocument,
  { contentType, theme = 'plain', edits }: Form,
  held: Held,
): AdaptedPackage {
  const hasVideo = document.media.some(({ kind }) => kind === 'video')
  const type = contentType ?? usualContentType(platform, hasVideo)
  const capability = capabilityFor(capabilities, type)
  const adapted = adapt(platform, document, { contentType: type, theme })
  const { changes } = adapted
  const isEdited = isEdit(edits)
  const edited = isEdited ? applyEdits(adapted.package, edits) : adapted.package
  const chosen = capability && chooseRoute(pieceOf(edited), capability)
  const routed = capability && chosen ? onRoute(edited, chosen.route, capability) : edited
  const pack = asSent(routed, connector)
  return { theme, package: pack, routeReason: chosen?.reason ?? null, changes, report: checkOn(pack, held), isEdited }
}

const sending: readonly Route[] = ['api', 'api_draft']

/** What is uploaded from here is encoded anew until it fits: its facts are those of what arrives there. */
function asSent(pack: PlatformPackage, connector: Destination['connector']): PlatformPackage {
  if (!connector || !sending.includes(pack.route)) return pack
  const wanted = connector.mediaWanted(pack)
  return {
    ...pack,
    media: pack.media.map((medium) => {
      const want = wanted.find(({ id }) => id === medium.id)
      if (medium.kind !== 'file' || medium.fact.kind !== 'image' || !want) return medium
      const { fact } = medium
      const mimeType = want.mimeTypes.includes(fact.mimeType) ? fact.mimeType : (want.mimeTypes[0] ?? fact.mimeType)
      return { ...medium, fact: { ...fact, mimeType, bytes: Math.min(fact.bytes, want.maxBytes) } }
    }),
  }
}

export const capabilityFor = (capabilities: readonly Capability[], type: ContentType): Capability | null =>
  capabilities.find(({ contentType }) => contentType === type) ?? null

export const checkOn = (pack: PlatformPackage, { at, rules }: Held): CheckReport =>
  checkPackage(pack, { day: dayOf(at), overrides: rules.overrides, wordList: rules.wordList })

const pieceOf = ({ platform, declarations, originUrl }: PlatformPackage): Piece => ({
  platform,
  hasAi: declarations.ai !== null,
  originUrl: originUrl ?? null,
})

/** The same words for an account that can do something else by now; what readers see stays as it was shown. */
export const routedAnew = (pack: PlatformPackage, capability: Capability): PlatformPackage =>
  onRoute(pack, chooseRoute(pieceOf(pack), capability).route, capability)

function onRoute(pack: PlatformPackage, route: Route, { declarable }: Capability): PlatformPackage {
  const { ai } = pack.declarations
  const declared = ai && { ...declareAi(pack.platform, route, declarable), label: ai.label }
  return { ...pack, route, declarations: { ...pack.declarations, ai: declared } }
}
