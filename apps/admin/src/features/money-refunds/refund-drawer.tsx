import type { MoneyRefundDto } from '@mozhou/contracts/refunds/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { CopyButton } from '@mozhou/ui/components/copy-button.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import ExternalLink from 'lucide-solid/icons/external-link'
import { Show } from 'solid-js'
import { usePermissions } from '../accounts/use-permissions.ts'
import { moneyRefund } from './queries.ts'
import { RefundDecision } from './refund-decision.tsx'
import { RefundStatusBadge } from './refund-status-badge.tsx'
import { PersonLink } from '../accounts/person-link.tsx'
import { useI18n } from './words.ts'

const reasons = ['requested', 'paid_twice', 'paid_after_close', 'external'] as const

/** All of one refund, and while it waits the decision about it. */
export function RefundDrawer(props: { refundId: string; onClose: () => void }) {
  const { t, money } = useI18n()
  const refund = useQuery(() => moneyRefund(props.refundId))
  const may = usePermissions()
  return (
    <Dialog
      isOpen
      placement="drawer"
      size="md"
      onClose={() => props.onClose()}
      title={refund.data ? t('moneyRefunds.title', money(refund.data.amountFen)) : t('moneyRefunds.title', '')}
    >
      <Loaded query={refund}>
        {(data) => (
          <div class="flex flex-col gap-5">
            <Facts refund={data()} />
            <Show when={may('refund:decide') ? data().quote : null}>
              {(quote) => <RefundDecision refund={data()} quote={quote()} />}
            </Show>
          </div>
        )}
      </Loaded>
    </Dialog>
  )
}

function Facts(props: { refund: MoneyRefundDto }) {
  const { t, money, number, exactTime } = useI18n()
  const reason = () => reasons.find((known) => known === props.refund.reason)
  const rows = () => {
    const { refund } = props
    const { order } = refund
    const maybe = (label: string, value: string | null) => (value === null ? [] : [{ label, value }])
    const maybeTime = (label: string, iso: string | null) => maybe(label, iso === null ? null : exactTime(iso))
    const word = reason()
    return [
      { label: t('moneyRefunds.status'), value: <RefundStatusBadge refund={refund} /> },
      { label: t('moneyRefunds.user'), value: <PersonLink person={refund.user} /> },
      {
        label: t('moneyRefunds.order'),
        value: order.planName ?? t('moneyRefunds.recharge', number(order.credits ?? 0)),
      },
      { label: t('moneyRefunds.orderStatus'), value: t(`moneyRefunds.orderStatusOf.${order.status}`) },
      { label: t('moneyRefunds.paid'), value: money(order.payableFen) },
      ...maybeTime(t('moneyRefunds.paidAt'), order.paidAt),
      { label: t('moneyRefunds.channel'), value: t(`moneyRefunds.channelOf.${refund.channel}`) },
      ...maybe(t('moneyRefunds.asked'), refund.askedFen === null ? null : money(refund.askedFen)),
      { label: t('moneyRefunds.reason'), value: word ? t(`moneyRefunds.reasonOf.${word}`) : refund.reason },
      ...maybe(t('moneyRefunds.note'), refund.note),
      ...(refund.takenCredits > 0 ? [{ label: t('moneyRefunds.taken'), value: number(refund.takenCredits) }] : []),
      ...maybe(t('moneyRefunds.decidedBy'), refund.decidedBy),
      ...maybe(t('moneyRefunds.decision'), refund.decisionNote),
      { label: t('moneyRefunds.time'), value: exactTime(refund.createdAt) },
      ...maybeTime(t('moneyRefunds.endedAt'), refund.endedAt),
      {
        label: t('moneyRefunds.refundNo'),
        value: (
          <span class="inline-flex items-center gap-1 font-mono text-xs break-all">
            {refund.refundNo}
            <CopyButton text={refund.refundNo} label={t('moneyRefunds.refundNo')} />
          </span>
        ),
      },
    ]
  }
  return (
    <>
      <DetailsList rows={rows()} />
      <Show when={props.refund.workflowUrl}>
        {(url) => (
          <a href={url()} target="_blank" rel="noreferrer" class={buttonClass({})}>
            <ExternalLink size={15} aria-hidden="true" />
            {t('moneyRefunds.workflow')}
          </a>
        )}
      </Show>
    </>
  )
}
