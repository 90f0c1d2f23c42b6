import { auditChecks } from '@mozhou/contracts/credits/kinds'
import type { AuditCheck } from '@mozhou/contracts/credits/kinds'
import type { AuditFinding, LedgerAuditDto } from '@mozhou/contracts/credits/answers'
import { z } from 'zod'

/** Per check: enough to begin with, and a bound for what is stored. */
export const findingsLimit = 20

const count = z.number().int()
/** A sum of many integers may leave the range in which JSON's numbers are exact. */
const sum = z.string()
const tally = z.object({
  checked: count,
  findings: z.array(z.object({ id: z.string(), detail: z.string() })),
})

/** What the entries read so far say of an account that is longer than one batch. */
const openAccount = z.object({
  sequence: count,
  entries: count,
  sum,
  balanceAfter: count,
  /** Hex. */
  hash: z.string(),
})
export type OpenAccount = z.output<typeof openAccount>

/** Walks every account with its entries, then every generation, order, withdrawal and rebate, in the order of their ids. */
const cursor = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('accounts'), after: z.string(), open: openAccount.nullable() }),
  z.object({ phase: z.literal('generations'), after: z.string() }),
  z.object({ phase: z.literal('orders'), after: z.string() }),
  z.object({ phase: z.literal('withdrawals'), after: z.string() }),
  z.object({ phase: z.literal('rebates'), after: z.string() }),
  z.object({ phase: z.literal('end') }),
])
export type AuditCursor = z.output<typeof cursor>
export type AccountCursor = Extract<AuditCursor, { phase: 'accounts' }>

/** Where an audit stands after a batch; stored, and read back by another process. */
export const auditState = z.object({
  cursor,
  rows: count,
  /** By unit: what users own plus what the platform gave so far. Whole accounts only add zero. */
  sums: z.record(z.string(), z.object({ users: sum, platform: sum })),
  /** An audit that was stored before a rule was made has checked nothing by it. */
  tallies: z.partialRecord(z.enum(auditChecks), tally).transform((tallies) => ({ ...noTallies(), ...tallies })),
})
export type AuditState = z.output<typeof auditState>

export type BatchTallies = Partial<Record<AuditCheck, { checked: number; findings: AuditFinding[] }>>

export const firstId = '00000000-0000-0000-0000-000000000000'

export function beginAudit(): AuditState {
  return {
    cursor: { phase: 'accounts', after: firstId, open: null },
    rows: 0,
    sums: {},
    tallies: noTallies(),
  }
}

function noTallies(): Record<AuditCheck, z.output<typeof tally>> {
  const none = () => ({ checked: 0, findings: [] })
  return {
    entries_sum_to_zero: none(),
    balance_equals_entries: none(),
    chain_intact: none(),
    failed_generations_refunded: none(),
    succeeded_generations_charged_once: none(),
    refund_matches_charge: none(),
    no_negative_balance: none(),
    paid_orders_credited: none(),
    clawbacks_within_orders: none(),
    refunds_within_payments: none(),
    expiries_within_gifts: none(),
    withdrawals_match_ledger: none(),
    rebates_equal_entries: none(),
  }
}

export function addTallies(tallies: AuditState['tallies'], batch: BatchTallies): AuditState['tallies'] {
  const added = { ...tallies }
  for (const check of auditChecks) {
    const more = batch[check]
    if (!more) continue
    const { checked, findings } = tallies[check]
    added[check] = {
      checked: checked + more.checked,
      findings: [...findings, ...more.findings].slice(0, findingsLimit),
    }
  }
  return added
}

export function auditResults(state: AuditState): LedgerAuditDto['checks'] {
  const sums = state.tallies.entries_sum_to_zero
  const tallies = {
    ...state.tallies,
    entries_sum_to_zero: { ...sums, findings: [...unequalSums(state), ...sums.findings].slice(0, findingsLimit) },
  }
  return auditChecks.map((check) => ({ check, isPassed: tallies[check].findings.length === 0, ...tallies[check] }))
}

export function addSums(sums: AuditState['sums'], batch: AuditState['sums']): AuditState['sums'] {
  const added = { ...sums }
  for (const [unit, { users, platform }] of Object.entries(batch)) {
    const before = sums[unit] ?? { users: '0', platform: '0' }
    added[unit] = { users: addText(before.users, users), platform: addText(before.platform, platform) }
  }
  return added
}

const addText = (left: string, right: string) => String(BigInt(left) + BigInt(right))

/** What users own and what the platform gave come to zero in each unit. */
function unequalSums({ sums }: AuditState): AuditFinding[] {
  return Object.entries(sums)
    .filter(([, { users, platform }]) => BigInt(users) + BigInt(platform) !== 0n)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([unit, { users, platform }]) => ({ id: unit, detail: `users=${users} platform=${platform}` }))
}
