import type { CampaignDto } from '@mozhou/contracts/campaigns/answers'
import type { ShownStatus } from '@mozhou/contracts/campaigns/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Show } from 'solid-js'
import { useI18n } from './words.ts'

const tones: Record<ShownStatus, BadgeTone> = {
  upcoming: 'accent',
  running: 'success',
  paused: 'warning',
  ended: 'neutral',
}

/** Whether it runs; of one whose coupon nobody is given at present, that. */
export function CampaignStatus(props: { campaign: Pick<CampaignDto, 'status' | 'mine'> }) {
  const { t } = useI18n()
  const withoutCoupon = () => {
    const { refusal } = props.campaign.mine
    return refusal === 'COUPON_SOLD_OUT' || refusal === 'COUPON_NOT_CLAIMABLE' ? refusal : null
  }
  return (
    <Show
      when={withoutCoupon()}
      fallback={<Badge tone={tones[props.campaign.status]}>{t(`campaigns.statusOf.${props.campaign.status}`)}</Badge>}
    >
      {(code) => <Badge tone="warning">{t(`campaigns.withoutCoupon.${code()}`)}</Badge>}
    </Show>
  )
}
