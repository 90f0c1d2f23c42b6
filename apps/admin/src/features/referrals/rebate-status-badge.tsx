import type { RebateRowDto } from '@mozhou/contracts/referrals/answers'
import type { RebateStatus } from '@mozhou/contracts/referrals/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { useI18n } from './words.ts'

const tones: Record<RebateStatus, BadgeTone> = {
  held: 'neutral',
  due: 'accent',
  in_review: 'warning',
  paid: 'success',
  cancelled: 'neutral',
  expired: 'neutral',
}

type Standing = Pick<RebateRowDto, 'status' | 'amount' | 'bornAmount'>

/** What was paid and then taken back whole, with the refund of its order, is told from what is still there. */
export function RebateStatusBadge(props: { rebate: Standing }) {
  const { t } = useI18n()
  const isTakenBack = () => {
    const { status, amount, bornAmount } = props.rebate
    return status === 'paid' && amount === 0 && bornAmount > 0
  }
  return (
    <Badge tone={isTakenBack() ? 'neutral' : tones[props.rebate.status]}>
      {t(isTakenBack() ? 'rebates.takenBack' : `rebates.statusOf.${props.rebate.status}`)}
    </Badge>
  )
}
