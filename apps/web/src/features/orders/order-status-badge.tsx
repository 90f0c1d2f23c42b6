import type { OrderStatus } from '@mozhou/contracts/orders/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { useI18n } from './words.ts'

const tones: Record<OrderStatus, BadgeTone> = {
  pending: 'warning',
  fulfilled: 'success',
  closed: 'neutral',
  partially_refunded: 'accent',
  refunded: 'accent',
}

export function OrderStatusBadge(props: { status: OrderStatus }) {
  const { t } = useI18n()
  return <Badge tone={tones[props.status]}>{t(`orders.statusOf.${props.status}`)}</Badge>
}
