import type { WithdrawalStatus } from '@mozhou/contracts/withdrawals/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { useI18n } from './words.ts'

const tones: Record<WithdrawalStatus, BadgeTone> = {
  requested: 'accent',
  in_review: 'accent',
  approved: 'accent',
  submitted: 'accent',
  awaiting_confirm: 'warning',
  unknown: 'accent',
  paid: 'success',
  failed: 'danger',
  cancelled: 'neutral',
}

export function WithdrawalStatusBadge(props: { status: WithdrawalStatus }) {
  const { t } = useI18n()
  return <Badge tone={tones[props.status]}>{t(`withdrawals.statusOf.${props.status}`)}</Badge>
}
