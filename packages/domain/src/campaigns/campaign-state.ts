import type { BudgetUnit, CampaignEndReason, CampaignKind, CampaignStatus } from '@mozhou/contracts/campaigns/kinds'
import type { CampaignAudience, CampaignLimits, CampaignRule } from '@mozhou/contracts/campaigns/rule'
import { campaignAudience, campaignLimitsRule, campaignRule } from '@mozhou/contracts/campaigns/rule'
import { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import { storedBudgetUnit, storedCampaignEndReason, storedCampaignKind, storedCampaignStatus } from './stored.ts'

/** A campaign with the rule that holds and where its budget stands. */
export interface CampaignState {
  id: string
  kind: CampaignKind
  name: string
  description: string
  status: CampaignStatus
  endReason: CampaignEndReason | null
  startsAt: Date
  endsAt: Date
  ruleVersion: number
  version: number
  rule: CampaignRule
  limits: CampaignLimits
  audience: CampaignAudience
  unit: BudgetUnit
  budget: number
  reserved: number
  spent: number
  createdAt: Date
  createdBy: string
}

export interface CampaignStateRow extends Omit<
  CampaignState,
  'kind' | 'status' | 'endReason' | 'rule' | 'limits' | 'audience' | 'unit'
> {
  kind: string
  status: string
  endReason: string | null
  rule: unknown
  limits: unknown
  audience: unknown
  unit: string
}

/** For `WHERE` and what follows: `c` the campaign, `r` its rule, `b` its budget. */
export const campaignStates = Prisma.sql`
  SELECT c.id, c.kind, c.name, c.description, c.status, c.end_reason AS "endReason", c.starts_at AS "startsAt", c.ends_at AS "endsAt",
    c.rule_version AS "ruleVersion", c.version, r.rule, r.limits, r.audience, b.unit, b.total AS budget, b.reserved, b.spent,
    c.created_at AS "createdAt", u.username AS "createdBy"
  FROM campaigns c JOIN campaign_rules r ON r.campaign_id = c.id AND r.version = c.rule_version
    JOIN campaign_budgets b ON b.campaign_id = c.id JOIN users u ON u.id = c.created_by_id`

export function toCampaignState(row: CampaignStateRow): CampaignState {
  return {
    ...row,
    kind: storedCampaignKind(row.kind),
    status: storedCampaignStatus(row.status),
    endReason: row.endReason === null ? null : storedCampaignEndReason(row.endReason),
    rule: campaignRule.parse(row.rule),
    limits: campaignLimitsRule.parse(row.limits),
    audience: campaignAudience.parse(row.audience),
    unit: storedBudgetUnit(row.unit),
  }
}

/** Null when there is none of this id. */
export async function readCampaign(ctx: Pick<TxContext, 'prisma'>, id: string): Promise<CampaignState | null> {
  const [row] = await ctx.prisma.$queryRaw<CampaignStateRow[]>`${campaignStates} WHERE c.id = ${id}::uuid`
  return row ? toCampaignState(row) : null
}
