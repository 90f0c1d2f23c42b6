import type { CampaignRowDto } from '@mozhou/contracts/campaigns/admin-answers'
import type { BudgetUnit, CampaignStatus } from '@mozhou/contracts/campaigns/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { Link } from '@tanstack/solid-router'
import { useI18n } from './words.ts'

const tones: Record<CampaignStatus, BadgeTone> = {
  draft: 'neutral',
  running: 'success',
  paused: 'warning',
  ended: 'neutral',
}

export function CampaignStatusBadge(props: { campaign: Pick<CampaignRowDto, 'status' | 'endReason'> }) {
  const { t } = useI18n()
  const words = () => {
    const { status, endReason } = props.campaign
    const shown = t(`campaigns.statusOf.${status}`)
    return endReason === null ? shown : `${shown} · ${t(`campaigns.endOf.${endReason}`)}`
  }
  return <Badge tone={tones[props.campaign.status]}>{words()}</Badge>
}

/** An amount in what a budget counts: `1,200 积分`, `¥12.00`. */
export function useAmount(): (amount: number, unit: BudgetUnit) => string {
  const { t, number, money } = useI18n()
  return (amount, unit) => (unit === 'fen' ? money(amount) : `${number(amount)} ${t(`campaigns.unitOf.${unit}`)}`)
}

export function useCampaignColumns(): () => Column<CampaignRowDto>[] {
  const { t, date, lastDay } = useI18n()
  const amount = useAmount()
  const used = (row: CampaignRowDto) =>
    t('campaigns.used', amount(row.spent + row.reserved, row.unit), amount(row.budget, row.unit))
  return () => [
    {
      key: 'name',
      header: t('campaigns.name'),
      isPrimary: true,
      text: (row) => row.name,
      cell: (row) => (
        <Link
          to="/campaigns/$campaignId"
          params={{ campaignId: row.id }}
          class="font-medium wrap-anywhere whitespace-normal text-accent-text hover:underline"
        >
          {row.name}
        </Link>
      ),
    },
    {
      key: 'kind',
      header: t('campaigns.kind'),
      text: (row) => t(`campaigns.kindOf.${row.kind}`),
      cell: (row) => t(`campaigns.kindOf.${row.kind}`),
    },
    {
      key: 'status',
      header: t('campaigns.status'),
      text: (row) => t(`campaigns.statusOf.${row.status}`),
      cell: (row) => <CampaignStatusBadge campaign={row} />,
    },
    {
      key: 'time',
      header: t('campaigns.time'),
      text: (row) => t('campaigns.span', row.startsAt, row.endsAt),
      cell: (row) => t('campaigns.span', date(row.startsAt), lastDay(row.endsAt)),
    },
    { key: 'budget', header: t('campaigns.budget'), align: 'right', text: used, cell: used },
  ]
}
