import type { ShownStatus } from '@mozhou/contracts/campaigns/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { useI18n } from './words.ts'

const tones: Record<ShownStatus, BadgeTone> = {
  upcoming: 'accent',
  running: 'success',
  paused: 'warning',
  ended: 'neutral',
}

export function CampaignStatus(props: { status: ShownStatus }) {
  const { t } = useI18n()
  return <Badge tone={tones[props.status]}>{t(`campaigns.statusOf.${props.status}`)}</Badge>
}
