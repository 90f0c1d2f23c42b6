import type { PreviewDto } from '@mozhou/contracts/publications/answers'
import type { Change, PlatformPackage } from '@mozhou/platforms/platform-package'
import type { CheckReport } from '@mozhou/platforms/rules/check-package'

/** The same fields, for lists that whoever holds them may change. */
export function toPackageDto(pack: PlatformPackage): PreviewDto['package'] {
  return structuredClone(pack) as PreviewDto['package']
}

export function toChangeDtos(changes: readonly Change[]): PreviewDto['changes'] {
  return changes.map((change) => ({ ...change, items: [...change.items] }))
}

export function toReportDto(report: CheckReport): PreviewDto['report'] {
  return structuredClone(report) as PreviewDto['report']
}
