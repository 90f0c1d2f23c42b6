import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import type { CouponStatus } from '@mozhou/contracts/coupons/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { beijingTime } from '../../tables/read-all.ts'
import { useTermsWords } from './use-terms-words.ts'
import { useI18n } from './words.ts'

const tones: Record<CouponStatus, BadgeTone> = {
  draft: 'neutral',
  active: 'success',
  paused: 'warning',
  ended: 'neutral',
}

export function CouponState(props: { status: CouponStatus }) {
  const { t } = useI18n()
  return <Badge tone={tones[props.status]}>{t(`coupons.statusOf.${props.status}`)}</Badge>
}

export function useCouponColumns(onOpen: (id: string) => void): () => Column<CouponRowDto>[] {
  const { t, number, time, exactTime } = useI18n()
  const words = useTermsWords()
  return () => [
    {
      key: 'name',
      header: t('coupons.name'),
      isPrimary: true,
      text: (row) => `${row.name} · ${words.worth(row)}`,
      cell: (row) => (
        <span class="block">
          <span class="font-medium wrap-anywhere">{row.name}</span>
          <span class="block text-xs text-ink-3 tabular-nums">{words.worth(row)}</span>
        </span>
      ),
    },
    {
      key: 'kind',
      header: t('coupons.kind'),
      text: (row) => t(`coupons.kindOf.${row.kind}`),
      cell: (row) => t(`coupons.kindOf.${row.kind}`),
    },
    {
      key: 'status',
      header: t('coupons.status'),
      text: (row) => t(`coupons.statusOf.${row.status}`),
      cell: (row) => <CouponState status={row.status} />,
    },
    {
      key: 'issued',
      header: t('coupons.issued'),
      align: 'right',
      text: (row) => row.issued,
      cell: (row) => t('coupons.issuedOf', number(row.issued), number(row.totalLimit)),
    },
    {
      key: 'audience',
      header: t('coupons.audience'),
      text: (row) => words.audience(row),
      cell: (row) => (
        <span>
          {words.audience(row)} · {t(row.isClaimable ? 'coupons.claimableShort' : 'coupons.issuedShort')}
        </span>
      ),
    },
    {
      key: 'updatedAt',
      header: t('coupons.updatedAt'),
      text: (row) => beijingTime(row.updatedAt),
      cell: (row) => <time title={exactTime(row.updatedAt)}>{time(row.updatedAt)}</time>,
    },
    {
      key: 'open',
      header: t('coupons.open'),
      isActions: true,
      cell: (row) => (
        <Button size="sm" aria-label={t('coupons.openNamed', row.name)} onClick={() => onOpen(row.id)}>
          {t('coupons.open')}
        </Button>
      ),
    },
  ]
}
