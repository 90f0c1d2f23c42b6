import { yuanText } from '@mozhou/contracts/orders/prices'
import type { RenewalRowDto } from '@mozhou/contracts/renewals/admin-answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { Show } from 'solid-js'
import { beijingTime } from '../../tables/read-all.ts'
import { IdLink } from '../accounts/id-link.tsx'
import { PersonLink } from '../accounts/person-link.tsx'
import { useI18n } from './words.ts'

const tones: Record<RenewalRowDto['status'], BadgeTone> = {
  signing: 'warning',
  active: 'success',
  cancelled: 'neutral',
  ended: 'neutral',
}

export function useRenewalColumns(): () => Column<RenewalRowDto>[] {
  const { t, pick, number, money, time, exactTime } = useI18n()
  const planOf = ({ plan }: RenewalRowDto) => t('renewals.planOf', pick(plan.name), number(plan.months))
  const stateOf = ({ status, endReason }: RenewalRowDto) =>
    [t(`renewals.stateOf.${status}`), endReason === null ? '' : t(`renewals.endReasonOf.${endReason}`)]
      .filter(Boolean)
      .join(' · ')
  const versionsOf = ({ textVersion, acceptedTerms }: RenewalRowDto) =>
    t('renewals.versions', textVersion, acceptedTerms ?? '—')
  const chargeOf = ({ lastCharge }: RenewalRowDto) => {
    if (lastCharge === null) return '—'
    const { amountFen, firstTryAt, tries, order } = lastCharge
    if (order === null) return t('renewals.announced', money(amountFen), time(firstTryAt))
    return `${t('renewals.tried', money(amountFen), number(tries))} · ${t(`renewals.orderStatusOf.${order.status}`)}`
  }
  const isUnknown = ({ lastCharge }: RenewalRowDto) =>
    lastCharge?.outcome === 'submitted' && lastCharge.order?.status === 'pending'
  return () => [
    {
      key: 'person',
      header: t('renewals.person'),
      isPrimary: true,
      cell: (row) => <PersonLink person={row.person} />,
      text: ({ person }) => person.username,
    },
    {
      key: 'plan',
      header: t('renewals.plan'),
      text: planOf,
      cell: (row) => (
        <span class="block">
          {planOf(row)}
          <span class="block text-xs text-ink-3">{t(`renewals.channelOf.${row.channel}`)}</span>
        </span>
      ),
    },
    {
      key: 'price',
      header: t('renewals.price'),
      align: 'right',
      cell: ({ priceFen }) => money(priceFen),
      text: ({ priceFen }) => yuanText(priceFen),
    },
    {
      key: 'state',
      header: t('renewals.state'),
      text: stateOf,
      cell: (row) => (
        <span class="inline-flex flex-wrap gap-1.5">
          <Badge tone={tones[row.status]}>{stateOf(row)}</Badge>
          <Show when={isUnknown(row)}>
            <Badge tone="danger">{t('renewals.stateOf.charging')}</Badge>
          </Show>
          <Show when={row.isOpenAtChannel}>
            <Badge tone="danger">{t('renewals.stateOf.open_at_channel')}</Badge>
          </Show>
          <Show when={row.isSandbox}>
            <Badge>{t('renewals.sandbox')}</Badge>
          </Show>
        </span>
      ),
    },
    {
      key: 'charge',
      header: t('renewals.charge'),
      text: chargeOf,
      cell: (row) => (
        <span class="block">
          {chargeOf(row)}
          <Show when={row.lastCharge?.order}>
            {(order) => (
              <span class="block">
                <IdLink id={order().id} />
              </span>
            )}
          </Show>
        </span>
      ),
    },
    {
      key: 'agreement',
      header: t('renewals.agreement'),
      text: ({ externalNo, agreementNo }) => [externalNo, agreementNo].filter(Boolean).join(' · '),
      cell: ({ externalNo, agreementNo }) => (
        <span class="block font-mono text-xs break-all text-ink-3">
          {externalNo}
          <Show when={agreementNo}>{(theirs) => <span class="block">{theirs()}</span>}</Show>
        </span>
      ),
    },
    {
      key: 'consent',
      header: t('renewals.consent'),
      text: (row) => `${beijingTime(row.createdAt)} · ${versionsOf(row)}`,
      cell: (row) => (
        <span class="block">
          <time title={exactTime(row.createdAt)}>{time(row.createdAt)}</time>
          <span class="block text-xs text-ink-3">{versionsOf(row)}</span>
        </span>
      ),
    },
  ]
}
