import type { CampaignRowDto } from '@mozhou/contracts/campaigns/admin-answers'
import type { CreateCampaignInput } from '@mozhou/contracts/campaigns/admin-inputs'
import type { AudienceKind, BoostForm, CampaignKind, CouponMoment } from '@mozhou/contracts/campaigns/kinds'
import type { AudienceInput, CampaignLimits, CampaignRule, RuleOf } from '@mozhou/contracts/campaigns/rule'
import { unitOf } from '@mozhou/contracts/campaigns/rule'
import { yuanText } from '@mozhou/contracts/orders/prices'
import { startOfDay } from '@mozhou/ui/i18n/format'
import { readYuan } from '../orders/read-yuan.ts'

/** What the boxes hold: texts, for a number may be missing and a table is typed. */
export interface RuleFields {
  kind: CampaignKind
  credits: string
  giftDays: string
  table: string
  after: RuleOf<'check_in'>['after']
  milestones: string
  reward: RuleOf<'recharge_offer'>['reward']
  tiers: string
  couponId: string
  couponAt: CouponMoment
  rebateForm: BoostForm
  /** In per cent. */
  rate: string
  welcome: string
}

export interface AudienceFields {
  kind: AudienceKind
  days: string
  yuan: string
  usernames: string
  /** Of a saved filter; empty: what is kept. */
  filterId: string
}

export interface CampaignValues {
  name: string
  description: string
  /** Days in Shanghai, both included. */
  startsAt: string
  endsAt: string
  budget: string
  rule: RuleFields
  limits: { perPerson: string; perPersonDay: string }
  audience: AudienceFields
}

const noRule: RuleFields = {
  kind: 'check_in',
  credits: '20',
  giftDays: '',
  table: '1, 2, 3, 5, 5, 5, 10',
  after: 'repeat',
  milestones: '7 20\n30 100',
  reward: 'bonus_credits',
  tiers: '100 200\n300 900',
  couponId: '',
  couponAt: 'claim',
  rebateForm: 'credits',
  rate: '15',
  welcome: '',
}

export function emptyValues(): CampaignValues {
  return {
    name: '',
    description: '',
    startsAt: '',
    endsAt: '',
    budget: '',
    rule: noRule,
    limits: { perPerson: '', perPersonDay: '' },
    audience: { kind: 'all', days: '30', yuan: '100', usernames: '', filterId: '' },
  }
}

/** A campaign that is there, as its form shows it; a list stays unless names are typed. */
export function toValues(row: CampaignRowDto): CampaignValues {
  const text = (value: number | null) => (value === null ? '' : String(value))
  const { audience, limits } = row
  return {
    name: row.name,
    description: row.description,
    startsAt: shanghaiDay(row.startsAt, 0),
    endsAt: shanghaiDay(row.endsAt, -1),
    budget: row.unit === 'fen' ? yuanText(row.budget) : String(row.budget),
    rule: { ...noRule, ...ruleFields(row.rule) },
    limits: { perPerson: text(limits.perPerson), perPersonDay: text(limits.perPersonDay) },
    audience: {
      kind: audience.kind,
      days: 'days' in audience ? String(audience.days) : '30',
      yuan: audience.kind === 'spent_over' ? yuanText(audience.fen) : '100',
      usernames: '',
      filterId: '',
    },
  }
}

function ruleFields(rule: CampaignRule): Partial<RuleFields> {
  switch (rule.kind) {
    case 'claim_gift':
    case 'signup_gift':
      return { kind: rule.kind, credits: String(rule.credits), giftDays: String(rule.giftDays ?? '') }
    case 'check_in':
      return {
        kind: rule.kind,
        table: rule.table.join(', '),
        after: rule.after,
        milestones: rule.milestones.map(({ days, credits }) => `${days} ${credits}`).join('\n'),
        giftDays: String(rule.giftDays ?? ''),
      }
    case 'recharge_offer': {
      const amountText = (amount: number) => (rule.reward === 'amount_off' ? yuanText(amount) : String(amount))
      const tiers = rule.tiers.map(({ fromFen, amount }) => `${yuanText(fromFen)} ${amountText(amount)}`).join('\n')
      return { kind: rule.kind, reward: rule.reward, tiers }
    }
    case 'coupon':
      return { kind: rule.kind, couponId: rule.couponId, couponAt: rule.at }
    case 'referral':
      return {
        kind: rule.kind,
        rebateForm: rule.form,
        rate: rule.rateBp === null ? '' : String(rule.rateBp / 100),
        welcome: String(rule.welcomeCredits ?? ''),
      }
  }
}

/** As the API takes it; what is no number becomes one that no schema takes, which the form then says at its box. */
export function toInput(values: CampaignValues): CreateCampaignInput {
  const rule = toRule(values.rule)
  const isMoney = unitOf(rule) === 'fen'
  return {
    name: values.name,
    description: values.description,
    startsAt: toInstant(values.startsAt, 0),
    endsAt: toInstant(values.endsAt, 1),
    budget: isMoney ? readYuan(values.budget) : wholeNumber(values.budget),
    rule,
    limits: toLimits(values),
    audience: toAudience(values.audience),
  }
}

/** What differs from what is there, with the version that was read: a name alone makes no new version of the rules. */
export function toChanges(values: CampaignValues, row: CampaignRowDto) {
  const { audience, rule, limits, ...input } = toInput(values)
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const isKept =
    audience.kind === row.audience.kind &&
    ((audience.kind === 'list' && audience.usernames.length === 0) ||
      (audience.kind === 'segment' && audience.filterId === ''))
  return {
    ...input,
    version: row.version,
    ...(!isSame(rule, toRule(toValues(row).rule)) && { rule }),
    ...(!isSame(limits, row.limits) && { limits }),
    ...(!isKept && !isSame(audience, toAudience(toValues(row).audience)) && { audience }),
  }
}

export function toRule(fields: RuleFields): CampaignRule {
  const giftDays = optionalNumber(fields.giftDays)
  switch (fields.kind) {
    case 'claim_gift':
    case 'signup_gift':
      return { kind: fields.kind, credits: wholeNumber(fields.credits), giftDays }
    case 'check_in':
      return {
        kind: 'check_in',
        table: parts(fields.table, /[,，、\s]+/).map(wholeNumber),
        after: fields.after,
        milestones: pairs(fields.milestones).map(([days, credits]) => ({
          days: wholeNumber(days),
          credits: wholeNumber(credits),
        })),
        giftDays,
      }
    case 'recharge_offer': {
      const amountOf = fields.reward === 'amount_off' ? readYuan : wholeNumber
      const tiers = pairs(fields.tiers).map(([from, amount]) => ({ fromFen: readYuan(from), amount: amountOf(amount) }))
      return { kind: 'recharge_offer', reward: fields.reward, tiers }
    }
    case 'coupon':
      return { kind: 'coupon', couponId: fields.couponId, at: fields.couponAt }
    case 'referral': {
      const isCash = fields.rebateForm === 'cash'
      const welcomeCredits = isCash ? null : optionalNumber(fields.welcome)
      return { kind: 'referral', form: fields.rebateForm, rateBp: toBp(fields.rate), welcomeCredits }
    }
  }
}

/** Where a kind has no such boxes, nothing is limited by what another kind's hold. */
export function hasLimits({ kind, couponAt }: RuleFields): boolean {
  if (kind === 'coupon') return couponAt === 'claim'
  return kind === 'claim_gift' || kind === 'recharge_offer' || kind === 'referral'
}

/** What everybody takes by themselves asks for a limit. */
const needsPersonLimit = ({ kind, couponAt }: RuleFields) =>
  kind === 'claim_gift' || (kind === 'coupon' && couponAt === 'claim')

/** The boxes of limits once the rule is another: "once" is offered where a limit has to be, and goes with it; what was typed stays. */
export function limitsFor({ rule: before, limits }: Pick<CampaignValues, 'rule' | 'limits'>, rule: RuleFields) {
  const [had, has] = [needsPersonLimit(before), needsPersonLimit(rule)]
  if (has && limits.perPerson === '') return { ...limits, perPerson: '1' }
  return had && !has && limits.perPerson === '1' ? { ...limits, perPerson: '' } : limits
}

export function toLimits({ rule, limits }: Pick<CampaignValues, 'rule' | 'limits'>): CampaignLimits {
  if (!hasLimits(rule)) return { perPerson: null, perPersonDay: null }
  const { perPerson, perPersonDay } = limits
  return { perPerson: optionalNumber(perPerson), perPersonDay: optionalNumber(perPersonDay) }
}

export function toAudience({ kind, days, yuan, usernames, filterId }: AudienceFields): AudienceInput {
  switch (kind) {
    case 'all':
    case 'members':
      return { kind }
    case 'new':
    case 'dormant':
      return { kind, days: wholeNumber(days) }
    case 'spent_over':
      return { kind, fen: readYuan(yuan) }
    case 'list':
      return { kind, usernames: parts(usernames, /[\s,，]+/).map((name) => name.replace(/^@/, '')) }
    case 'segment':
      return { kind, filterId }
  }
}

/** Two places at most: what is more, or no number, no schema takes. */
function toBp(percent: string): number | null {
  if (percent.trim() === '') return null
  return /^\d{1,3}(?:\.\d{1,2})?$/.test(percent.trim()) ? Math.round(Number(percent) * 100) : Number.NaN
}

const wholeNumber = (text: string) => (/^\d{1,10}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN)
const optionalNumber = (text: string) => (text.trim() === '' ? null : wholeNumber(text))
const parts = (text: string, between: RegExp) => text.split(between).filter((part) => part !== '')
const pairs = (text: string): [string, string][] =>
  parts(text, /\n+/).map((line) => {
    const [first = '', second = '', ...rest] = parts(line.trim(), /[\s:：,，=]+/)
    // What stands beyond two would be dropped without a word: such a line is none.
    return rest.length > 0 ? [line, ''] : [first, second]
  })

function toInstant(day: string, plusDays: number): string {
  return /^\d{4}-\d\d-\d\d$/.test(day) ? startOfDay(day, plusDays) : ''
}

function shanghaiDay(instant: string, plusDays: number): string {
  const shanghaiMs = 8 * 3_600_000 + plusDays * 86_400_000
  return new Date(Date.parse(instant) + shanghaiMs).toISOString().slice(0, 10)
}
