import type { OfferDto } from '@mozhou/contracts/campaigns/answers'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { useI18n } from './words.ts'

/** What an order of this list price gets, said before it is made. */
export function OfferLine(props: { offer: OfferDto; amountFen: number }) {
  const { t, number, money } = useI18n()
  const words = () => {
    const { name, discountFen, bonusCredits } = props.offer
    return discountFen > 0
      ? t('campaigns.offerOff', name, money(discountFen), money(props.amountFen - discountFen))
      : t('campaigns.offerBonus', name, number(bonusCredits))
  }
  return <Notice tone="success">{words()}</Notice>
}
