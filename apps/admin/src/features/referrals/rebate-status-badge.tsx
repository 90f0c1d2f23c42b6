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

export function RebateStatusBadge(props: { status: RebateStatus }) {
  const { t } = useI18n()
  return <Badge tone={tones[props.status]}>{t(`rebates.statusOf.${props.status}`)}</Badge>
}
