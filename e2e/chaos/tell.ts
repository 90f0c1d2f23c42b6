import { countBy } from './count-by.ts'
import type { ChaosResult } from './run-chaos.ts'
import type { Strike } from './strikes.ts'

/** Whether every promise was kept: nothing lost, doubled or stuck, and the ledger proven. */
export function isIntact({ lost, doubled, stuck, brokenRules }: ChaosResult): boolean {
  return [lost, doubled, stuck, brokenRules].every((found) => found.length === 0)
}

export function tellChaos(result: ChaosResult): string {
  const { generations, ends, lost, doubled, stuck, brokenRules, refusals } = result
  const named = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ') || 'none'
  const found = (ids: readonly string[]) => `${ids.length}${ids.length === 0 ? '' : ` (${ids.slice(0, 5).join(', ')})`}`
  return [
    `texts asked for   ${generations}: ${named(ends)}`,
    `lost              ${found(lost)}`,
    `doubled           ${found(doubled)}`,
    `stuck             ${found(stuck)}`,
    `ledger audit      ${brokenRules.length === 0 ? 'passed' : `broken: ${brokenRules.join(', ')}`}`,
    `told meanwhile    ${named(refusals)}`,
    `failed, refunded  ${named(failuresByStrike(result))}`,
    `  by cause        ${named(countBy(result.failures.map(({ cause }) => cause)))}`,
    'back after a strike, until a new text begins:',
    ...recoveryLines(result),
  ].join('\n')
}

/** By the last strike before: one that takes the vendors away leaves no other end. */
function failuresByStrike({ failures, recoveries }: ChaosResult): Record<string, number> {
  return countBy(
    failures.map(({ code, at }) => {
      const last = recoveries.findLast((recovery) => recovery.at < at)
      return `${code} after ${last ? nameOf(last.strike) : 'nothing'}`
    }),
  )
}

const nameOf = ({ part, way }: Strike) => `${part} ${way === 'kill' ? 'killed' : 'frozen'}`

function recoveryLines({ recoveries }: ChaosResult): string[] {
  const byBlow = Map.groupBy(recoveries, ({ strike }) => nameOf(strike))
  return [...byBlow]
    .toSorted(([left], [right]) => left.localeCompare(right))
    .map(([blow, all]) => {
      const times = all.map(({ ms }) => `${(ms / 1000).toFixed(1)} s`)
      return `  ${blow.padEnd(16)} ${times.join(', ')}`
    })
}
