import type { UserCouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import type { UserCouponStatus } from '@mozhou/contracts/coupons/kinds'
import { yuanText } from '@mozhou/contracts/orders/prices'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { Show } from 'solid-js'
import { beijingTime } from '../../tables/read-all.ts'
import { PersonLink } from '../accounts/person-link.tsx'
import { usePermissions } from '../accounts/use-permissions.ts'
import { useI18n } from './words.ts'

const tones: Record<UserCouponStatus, BadgeTone> = {
  unused: 'success',
  held: 'warning',
  used: 'accent',
  expired: 'neutral',
  voided: 'danger',
}

/** With the button that voids one. */
export function useGivenColumns(onVoid: (row: UserCouponRowDto) => void): () => Column<UserCouponRowDto>[] {
  const { t } = useI18n()
  const may = usePermissions()
  const columns = useResultColumns()
  const mayVoid = (row: UserCouponRowDto) =>
    may('coupon:issue') && !row.isVoiding && (row.status === 'unused' || row.status === 'held')
  return () => [
    ...columns(),
    {
      key: 'void',
      header: t('coupons.void'),
      isActions: true,
      cell: (row) => (
        <Show when={mayVoid(row)}>
          <Button size="sm" aria-label={t('coupons.voidNamed', row.person.username)} onClick={() => onVoid(row)}>
            {t('coupons.void')}
          </Button>
        </Show>
      ),
    },
  ]
}

/** Who has what, as lists and files show it. */
function useResultColumns(): () => Column<UserCouponRowDto>[] {
  const { t, money, lastDay, time, exactTime } = useI18n()
  return () => [
    {
      key: 'person',
      header: t('coupons.person'),
      isPrimary: true,
      text: (row) => row.person.username,
      cell: (row) => <PersonLink person={row.person} />,
    },
    { key: 'coupon', header: t('coupons.coupon'), text: (row) => row.name, cell: (row) => row.name },
    {
      key: 'status',
      header: t('coupons.status'),
      text: (row) => t(`coupons.userStatusOf.${row.status}`),
      cell: (row) => (
        <span class="flex flex-wrap gap-1">
          <Badge tone={tones[row.status]}>{t(`coupons.userStatusOf.${row.status}`)}</Badge>
          <Show when={row.isVoiding}>
            <Badge tone="danger">{t('coupons.voiding')}</Badge>
          </Show>
        </span>
      ),
    },
    {
      key: 'source',
      header: t('coupons.source'),
      text: (row) => t(`coupons.sourceOf.${row.source}`),
      cell: (row) => t(`coupons.sourceOf.${row.source}`),
    },
    {
      key: 'order',
      header: t('coupons.order'),
      text: (row) => (row.order === null ? '' : yuanText(row.order.discountFen)),
      cell: (row) => (row.order === null ? '—' : t('coupons.orderOff', money(row.order.discountFen))),
    },
    {
      key: 'createdAt',
      header: t('coupons.receivedAt'),
      text: (row) => beijingTime(row.createdAt),
      cell: (row) => <time title={exactTime(row.createdAt)}>{time(row.createdAt)}</time>,
    },
    {
      key: 'validUntil',
      header: t('coupons.validUntil'),
      text: (row) => beijingTime(row.validUntil),
      cell: (row) => <time title={exactTime(row.validUntil)}>{lastDay(row.validUntil)}</time>,
    },
  ]
}
