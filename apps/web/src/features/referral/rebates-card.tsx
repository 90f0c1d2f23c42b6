import type { MyRebateDto } from '@mozhou/contracts/referrals/answers'
import { rebateStates } from '@mozhou/contracts/referrals/kinds'
import type { RebateState } from '@mozhou/contracts/referrals/kinds'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { createSignal } from 'solid-js'
import { myRebates } from './queries.ts'
import { useSumWords } from './use-sum-words.ts'
import { useI18n } from './words.ts'

const any = 'any'
const tones: Record<RebateState, BadgeTone> = {
  pending: 'accent',
  paid: 'success',
  cancelled: 'neutral',
  expired: 'neutral',
}

export function RebatesCard() {
  const { t } = useI18n()
  const [state, setState] = createSignal<RebateState | typeof any>(any)
  const rebates = useInfiniteQuery(() => {
    const chosen = state()
    return myRebates(chosen === any ? undefined : chosen)
  })
  const columns = useColumns()
  return (
    <Card title={t('referral.history')} isFlush>
      <div class="max-w-lg p-4">
        <Segmented
          label={t('referral.state')}
          value={state()}
          onValueChange={setState}
          options={[
            { value: any, label: t('referral.any') },
            ...rebateStates.map((value) => ({ value, label: t(`referral.stateOf.${value}`) })),
          ]}
        />
      </div>
      <DataTable
        caption={t('referral.history')}
        columns={columns()}
        query={rebates}
        empty={<EmptyState title={t('referral.noRebates')} description={t('referral.noRebatesHint')} />}
      />
    </Card>
  )
}

function useColumns(): () => Column<MyRebateDto>[] {
  const { t, time, exactTime, date } = useI18n()
  const words = useSumWords()
  /** Paid, and taken back whole with the order that it came of. */
  const isTakenBack = ({ state, amount, bornAmount }: MyRebateDto) => state === 'paid' && amount === 0 && bornAmount > 0
  const more = ({ state, dueAt, endReason }: MyRebateDto) =>
    state === 'pending'
      ? t('referral.dueAt', date(dueAt))
      : endReason === null
        ? null
        : t(`referral.endReasonOf.${endReason}`)
  return () => [
    {
      key: 'from',
      header: t('referral.from'),
      isPrimary: true,
      cell: ({ level, maskedName, campaign }) => (
        <span class="block">
          {level === 0 ? t('referral.own') : maskedName}
          {campaign === null ? null : (
            <span class="block text-xs wrap-anywhere text-ink-3">{t('referral.raisedBy', campaign)}</span>
          )}
        </span>
      ),
    },
    {
      key: 'amount',
      header: t('referral.amount'),
      align: 'right',
      cell: ({ form, amount, bornAmount, couponName }) => (
        <span class="block tabular-nums">
          {words.amount(form, amount)}
          {couponName === null ? null : <span class="block text-xs text-ink-3">{couponName}</span>}
          {amount === bornAmount ? null : (
            <span class="block text-xs text-ink-3">{t('referral.was', words.amount(form, bornAmount))}</span>
          )}
        </span>
      ),
    },
    {
      key: 'state',
      header: t('referral.state'),
      cell: (row) => (
        <span class="flex flex-wrap items-center gap-2">
          {isTakenBack(row) ? (
            <Badge tone="neutral">{t('referral.takenBack')}</Badge>
          ) : (
            <Badge tone={tones[row.state]}>{t(`referral.stateOf.${row.state}`)}</Badge>
          )}
          <span class="text-xs text-ink-3">{more(row)}</span>
        </span>
      ),
    },
    {
      key: 'createdAt',
      header: t('referral.bornAt'),
      cell: ({ createdAt }) => <time title={exactTime(createdAt)}>{time(createdAt)}</time>,
    },
  ]
}
