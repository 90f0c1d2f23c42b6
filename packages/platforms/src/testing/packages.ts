import { adapt } from '../adapt/adapt.ts'
import type { AdaptOptions } from '../adapt/adapt.ts'
import type { PlatformKey } from '../platforms.ts'
import type { PackageMedia, PlatformPackage } from '../platform-package.ts'
import { checkPackage } from '../rules/check-package.ts'
import type { CheckOptions } from '../rules/check-package.ts'
import type { RuleResult } from '../rules/rule.ts'
import type { MediaFact } from '../work-document.ts'
import { imageOf, videoOf, workOf } from './works.ts'

export const day = '2026-11-30'

const prose = '山里的早晨很安静。我们沿着溪水走了一段路，找到一块平地，把帐篷搭好，再去拾柴。'

/** A package to which no rule of its platform objects, and what a test makes different in it. */
export function packageOf(
  platform: PlatformKey,
  more: Partial<PlatformPackage> = {},
  options: AdaptOptions = {},
): PlatformPackage {
  const cover = imageOf('cover', { source: null, width: 900, height: 675 })
  const video = videoOf('film')
  const isVideo = options.contentType === 'video'
  const work = workOf(prose, { cover: 'cover', media: isVideo ? [cover, video] : [cover] })
  return { ...adapt(platform, work, options).package, ...more }
}

export const fileOf = (fact: MediaFact): PackageMedia => ({ kind: 'file', id: fact.id, fact })

export function resultsOf(pack: PlatformPackage, options: Partial<CheckOptions> = {}): readonly RuleResult[] {
  return checkPackage(pack, { day, ...options }).results
}

/** `warn words.medical_claims body` */
export const told = (results: readonly RuleResult[]): string[] =>
  results.map(({ severity, code, field }) => `${severity} ${code} ${field}`)
