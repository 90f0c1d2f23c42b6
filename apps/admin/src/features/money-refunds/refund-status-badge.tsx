import type { MoneyRefundStatus } from '@mozhou/contracts/orders/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import type { MoneyRefundRowDto } from '@mozhou/contracts/refunds/answers'
import { useI18n } from './words.ts'

const tones: Record<MoneyRefundStatus, BadgeTone> = {
  requested: 'warning',
  reserved: 'accent',
  submitted: 'accent',
  succeeded: 'success',
  failed: 'danger',
  rejected: 'neutral',
  abnormal: 'danger',
}

export function RefundStatusBadge(props: { refund: Pick<MoneyRefundRowDto, 'kind' | 'status'> }) {
  const { t } = useI18n()
  // What nobody has to decide about is only yet to be sent.
  const status = () =>
    props.refund.status === 'requested' && props.refund.kind !== 'request' ? 'reserved' : props.refund.status
  return <Badge tone={tones[status()]}>{t(`moneyRefunds.statusOf.${status()}`)}</Badge>
}
