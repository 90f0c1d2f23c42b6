import type { PreviewDto } from '@mozhou/contracts/publications/answers'
import { packageAnswer, reportAnswer } from '@mozhou/contracts/publications/package'
import type { Change, PlatformPackage } from '@mozhou/platforms/platform-package'
import type { CheckReport } from '@mozhou/platforms/rules/check-package'

/** What crosses the wire: exactly the fields that the contract names, for older rows too. */
export const toPackageDto = (pack: PlatformPackage): PreviewDto['package'] => packageAnswer.parse(pack)

export function toChangeDtos(changes: readonly Change[]): PreviewDto['changes'] {
  return changes.map((change) => ({ ...change, items: [...change.items] }))
}

export const toReportDto = (report: CheckReport): PreviewDto['report'] => reportAnswer.parse(report)
