import type { CampaignDto } from '@mozhou/contracts/campaigns/answers'
import { useCouponWords } from '../coupons/use-coupon-words.ts'
import { useI18n } from './words.ts'

type Shown = Pick<CampaignDto, 'rule' | 'limits' | 'audience' | 'coupon'>

/** What a campaign gives in one line, and all of its rules. */
export function useRuleWords(): { gives: (campaign: Shown) => string; lines: (campaign: Shown) => string[] } {
  const { t, number, money, date, lastDay } = useI18n()
  const coupons = useCouponWords()
  const gives = ({ rule, coupon }: Shown): string => {
    switch (rule.kind) {
      case 'claim_gift':
        return t('campaigns.claimGives', number(rule.credits))
      case 'signup_gift':
        return t('campaigns.signupGives', number(rule.credits))
      case 'check_in':
        return t('campaigns.checkInGives', number(Math.min(...rule.table)), number(Math.max(...rule.table)))
      case 'recharge_offer':
        return tierLines(rule).join(t('campaigns.also'))
      case 'coupon': {
        if (coupon === null) return t('campaigns.otherGives')
        const worth = `${coupon.name} ${coupons.worth(coupon)}`
        return rule.at === 'claim' ? t('campaigns.couponGives', worth) : t('campaigns.couponAtSignup', worth)
      }
      case 'referral':
        return boostLines(rule).join(t('campaigns.also'))
    }
  }
  const boostLines = ({ form, rateBp, welcomeCredits }: Extract<Shown['rule'], { kind: 'referral' }>) => [
    ...(rateBp === null
      ? []
      : [t('campaigns.rateGives', `${number(rateBp / 100)} %`, t(`campaigns.rebateFormOf.${form}`))]),
    ...(welcomeCredits === null ? [] : [t('campaigns.welcomeGives', number(welcomeCredits))]),
  ]
  const couponLines = (coupon: CampaignDto['coupon']) => {
    if (coupon === null) return []
    const { validity } = coupon
    return [
      coupons.terms(coupon),
      validity.kind === 'days'
        ? t('campaigns.couponDays', number(validity.days))
        : t('campaigns.couponDates', date(validity.from), lastDay(validity.until)),
    ]
  }
  const tierLines = ({ reward, tiers }: Extract<Shown['rule'], { kind: 'recharge_offer' }>) =>
    tiers
      .toSorted((left, right) => left.fromFen - right.fromFen)
      .map(({ fromFen, amount }) =>
        reward === 'amount_off'
          ? t('campaigns.offTier', money(fromFen), money(amount))
          : t('campaigns.bonusTier', money(fromFen), number(amount)),
      )
  const ruleLines = (campaign: Shown): string[] => {
    const { rule } = campaign
    switch (rule.kind) {
      case 'check_in': {
        const days = number(rule.table.length)
        return [
          ...rule.table.map((credits, index) => t('campaigns.checkInDay', number(index + 1), number(credits))),
          rule.after === 'repeat' ? t('campaigns.checkInRepeat', days) : t('campaigns.checkInStay', days),
          ...rule.milestones.map((each) => t('campaigns.milestone', number(each.days), number(each.credits))),
          t('campaigns.gap'),
        ]
      }
      case 'recharge_offer':
        return [...tierLines(rule), t('campaigns.offerTake')]
      case 'claim_gift':
      case 'signup_gift':
        return [gives(campaign)]
      case 'coupon':
        return [gives(campaign), ...couponLines(campaign.coupon)]
      case 'referral':
        return [...boostLines(rule), t('campaigns.boostTake'), t('campaigns.boostLeft')]
    }
  }
  const audienceLine = ({ audience }: Shown): string => {
    switch (audience.kind) {
      case 'new':
        return t('campaigns.audienceOf.new', number(audience.days))
      case 'dormant':
        return t('campaigns.audienceOf.dormant', number(audience.days))
      case 'spent_over':
        return t('campaigns.audienceOf.spent_over', money(audience.fen))
      case 'all':
      case 'members':
      case 'list':
      case 'segment':
        return t(`campaigns.audienceOf.${audience.kind}`)
    }
  }
  const lines = (campaign: Shown): string[] => {
    const { rule, limits } = campaign
    const lives = 'giftDays' in rule ? rule.giftDays : undefined
    return [
      audienceLine(campaign),
      ...ruleLines(campaign),
      ...(limits.perPerson === null ? [] : [t('campaigns.perPerson', number(limits.perPerson))]),
      ...(limits.perPersonDay === null ? [] : [t('campaigns.perPersonDay', number(limits.perPersonDay))]),
      ...(lives === undefined ? [] : [lives === null ? t('campaigns.livesOn') : t('campaigns.lives', number(lives))]),
    ]
  }
  return { gives, lines }
}
