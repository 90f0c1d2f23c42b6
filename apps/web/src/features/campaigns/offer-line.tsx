import type { OfferDto } from '@mozhou/contracts/campaigns/answers'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { useI18n } from './words.ts'

/** What an order gets, said before it is made; `restFen`: what is left to pay, null where something else takes off more and says the sum. */
export function OfferLine(props: { offer: OfferDto; restFen: number | null }) {
  const { t, number, money } = useI18n()
  const words = () => {
    const { name, discountFen, bonusCredits } = props.offer
    if (discountFen === 0) return t('campaigns.offerBonus', name, number(bonusCredits))
    return props.restFen === null
      ? t('campaigns.offerOff', name, money(discountFen))
      : t('campaigns.offerOffRest', name, money(discountFen), money(props.restFen))
  }
  return <Notice tone="success">{words()}</Notice>
}
