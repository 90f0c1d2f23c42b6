import type { CreateCampaignInput } from '@mozhou/contracts/campaigns/admin-inputs'
import type { CampaignRule } from '@mozhou/contracts/campaigns/rule'
import { parseId } from '@mozhou/contracts/ids'
import { acceptTerms } from '../../consents/accept-terms.ts'
import { createUser } from '../../accounts/create-user.ts'
import { getBalance } from '../../credits/get-balance.ts'
import type { TestDomain } from '../../testing/test-domain.ts'
import { inTransaction } from '../../transaction.ts'
import { needsPersonLimit } from '../campaign-rules.ts'
import { createCampaign } from '../create-campaign.ts'
import { participate } from '../participate.ts'
import { setCampaignStatus } from '../set-campaign-status.ts'

const dayMs = 86_400_000

/** What tests of campaigns do, with the real operations. */
export function campaignActs({ ctx }: Pick<TestDomain, 'ctx'>) {
  /** Without a password, whose hash would take longer than the rest of a test, and without a gift. */
  const newPerson = () => {
    const username = `u${ctx.newId().slice(-12)}`
    const names = { username, email: `${username}@example.com`, passwordHash: 'none' }
    return inTransaction(ctx, async (tx) => {
      const userId = await createUser(tx, { ...names, role: 'creator' })
      await acceptTerms(tx, { userId, way: 'registration' })
      return userId
    })
  }
  const operator = newPerson().then((userId) => ({ userId, requestId: 'test' }))
  /** A draft that could run for 300 days from yesterday on. */
  async function draft(rule: CampaignRule, changes: Partial<CreateCampaignInput> = {}) {
    const now = ctx.clock.now().getTime()
    const campaign = await createCampaign(ctx, {
      name: '秋日活动',
      description: '',
      startsAt: new Date(now - dayMs).toISOString(),
      endsAt: new Date(now + 300 * dayMs).toISOString(),
      budget: 1_000_000,
      rule,
      // What is claimed has to say how often; a coupon not more than it allows.
      limits: { perPerson: needsPersonLimit(rule) ? (rule.kind === 'coupon' ? 1 : 10_000) : null, perPersonDay: null },
      audience: { kind: 'all' },
      ...changes,
      actor: await operator,
    })
    return parseId('campaign', campaign.id) ?? ''
  }
  const become = async (id: string, status: 'running' | 'paused' | 'ended') =>
    setCampaignStatus(ctx, { campaignId: id, status, actor: await operator })
  async function running(rule: CampaignRule, changes: Partial<CreateCampaignInput> = {}) {
    const id = await draft(rule, changes)
    await become(id, 'running')
    return id
  }
  const takePart = (id: string, userId: string, requestKey: string = crypto.randomUUID()) =>
    participate(ctx, { campaignId: id, userId, requestKey })
  const budgetOf = (id: string) =>
    ctx.prisma.campaignBudget.findUniqueOrThrow({
      where: { campaignId: id },
      select: { total: true, reserved: true, spent: true },
    })
  const creditsOf = async (userId: string) => (await getBalance(ctx, { userId })).credits
  return { newPerson, operator, draft, become, running, takePart, budgetOf, creditsOf }
}
