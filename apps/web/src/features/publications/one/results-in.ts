import type { ReportDto } from '@mozhou/contracts/publications/package'
import type { RuleResult, RuleUnit } from '@mozhou/platforms/rules/rule'

/** A report as it crossed the wire, where a unit is any word: the server writes none but those of the rules. */
export function resultsIn({ results }: ReportDto): RuleResult[] {
  return results.map((result) => ({ ...result, unit: result.unit as RuleUnit }))
}
