import type { RebateRowDto } from '@mozhou/contracts/referrals/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Button } from '@mozhou/ui/components/button.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { createSignal, Show } from 'solid-js'
import { usePermissions } from '../accounts/use-permissions.ts'
import { PersonLink } from '../accounts/person-link.tsx'
import { BlockedNote, useCouponRows } from './rebate-coupon.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import type { RebateDecision } from './decide-dialog.tsx'
import { FlagList } from './flag-list.tsx'
import { rebate } from './queries.ts'
import { RebateStatusBadge } from './rebate-status-badge.tsx'
import { useSumWords } from './use-sum-words.ts'
import { useI18n } from './words.ts'

/** All of one rebate: what it is of, what speaks against it, what was decided, and while it waits the decision. */
export function RebateDrawer(props: { rebateId: string; onClose: () => void }) {
  const { t } = useI18n()
  const words = useSumWords()
  const row = useQuery(() => rebate(props.rebateId))
  const [decision, setDecision] = createSignal<RebateDecision | null>(null)
  return (
    <Dialog
      isOpen
      placement="drawer"
      size="md"
      onClose={() => props.onClose()}
      title={t('rebates.title', row.data ? words.amount(row.data.form, row.data.amount) : '')}
    >
      <Loaded query={row}>{(data) => <RebateDetails rebate={data()} onDecide={setDecision} />}</Loaded>
      <Show when={decision()} keyed>
        {(chosen) => <DecideDialog rebateId={props.rebateId} decision={chosen} onClose={() => setDecision(null)} />}
      </Show>
    </Dialog>
  )
}

export function RebateDetails(props: { rebate: RebateRowDto; onDecide: (decision: RebateDecision) => void }) {
  const { t } = useI18n()
  const may = usePermissions()
  return (
    <div class="flex flex-col gap-5">
      <Facts rebate={props.rebate} />
      <BlockedNote rebate={props.rebate} />
      <FlagList rebate={props.rebate} />
      <Show when={may('rebate:review') && props.rebate.status === 'in_review'}>
        <div class="flex flex-wrap justify-end gap-2">
          <Button onClick={() => props.onDecide('reject')}>{t('rebates.reject')}</Button>
          <Show when={props.rebate.coupon?.blockReason}>
            <Button onClick={() => props.onDecide('credit')}>{t('rebates.credit')}</Button>
          </Show>
          <Button variant="primary" onClick={() => props.onDecide('release')}>
            {t('rebates.release')}
          </Button>
        </div>
      </Show>
    </div>
  )
}

function Facts(props: { rebate: RebateRowDto }) {
  const { t, money, number, exactTime } = useI18n()
  const words = useSumWords()
  const coupon = useCouponRows()
  const rows = () => {
    const { rebate: row } = props
    const maybe = (label: string, value: string | null) => (value === null ? [] : [{ label, value }])
    return [
      { label: t('rebates.status'), value: <RebateStatusBadge rebate={row} /> },
      ...maybe(t('rebates.endReason'), row.endReason && t(`rebates.endReasonOf.${row.endReason}`)),
      { label: t('rebates.beneficiary'), value: <PersonLink person={row.beneficiary} /> },
      { label: t('rebates.level'), value: t(`rebates.levelOf.${row.level}`) },
      { label: t('rebates.referee'), value: <PersonLink person={row.referee} /> },
      { label: t('rebates.order'), value: <span class="font-mono text-xs break-all">{row.order.orderNo}</span> },
      { label: t('rebates.base'), value: money(row.baseFen) },
      {
        label: t('rebates.rate'),
        value: row.rateBp === null ? t('rebates.fixed') : `${number(row.rateBp / 100)} %`,
      },
      { label: t('rebates.rule'), value: t('rebateRules.versionOf', number(row.ruleVersion)) },
      ...maybe(t('rebates.campaign'), row.campaign && row.campaign.name),
      ...coupon(row.coupon),
      { label: t('rebates.born'), value: words.amount(row.form, row.bornAmount) },
      { label: t('rebates.createdAt'), value: exactTime(row.createdAt) },
      { label: t('rebates.dueAt'), value: exactTime(row.dueAt) },
      ...maybe(t('rebates.endedAt'), row.endedAt && exactTime(row.endedAt)),
    ]
  }
  return <DetailsList rows={rows()} />
}
