import type { OrderDto } from '@mozhou/contracts/orders/answers'
import type { MoneyRefundStatus } from '@mozhou/contracts/orders/kinds'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, createSignal, on, Show } from 'solid-js'
import { tellPaid } from './queries.ts'
import { RefundDialog } from './refund-dialog.tsx'
import { useI18n } from './words.ts'

const tones = {
  requested: 'info',
  reserved: 'info',
  submitted: 'info',
  succeeded: 'success',
  failed: 'warning',
  rejected: 'warning',
  abnormal: 'warning',
} as const satisfies Record<MoneyRefundStatus, string>

const over: ReadonlySet<MoneyRefundStatus> = new Set(['succeeded', 'failed', 'rejected'])

/** Where the refund that a person asked for stands, and the way to ask for one. */
export function OrderRefund(props: { order: OrderDto }) {
  const { t, money } = useI18n()
  const client = useQueryClient()
  const [isAsked, setIsAsked] = createSignal(false)
  const refund = () => props.order.refunds.findLast(({ kind }) => kind === 'request')
  const mayAsk = () => {
    const { status } = props.order
    const isPaid = status === 'fulfilled' || status === 'partially_refunded'
    const last = refund()
    return isPaid && (last === undefined || over.has(last.status))
  }
  // What was taken, or given again, shows elsewhere on the page.
  createEffect(
    on(
      () => refund()?.status,
      () => void tellPaid(client),
      { defer: true },
    ),
  )
  return (
    <>
      <Show when={refund()}>
        {(last) => (
          <Notice tone={tones[last().status]}>
            {t(`orders.refund.standing.${last().status}`, money(last().amountFen))}
            <Show when={last().decisionNote}>
              {(note) => <span class="block">{t('orders.refund.decision', note())}</span>}
            </Show>
          </Notice>
        )}
      </Show>
      <Show when={mayAsk()}>
        <div class="flex justify-end print:hidden">
          <Button size="sm" variant="ghost" onClick={() => setIsAsked(true)}>
            {t('orders.refund.ask')}
          </Button>
        </div>
      </Show>
      <Show when={isAsked()}>
        <RefundDialog orderId={props.order.id} onClose={() => setIsAsked(false)} />
      </Show>
    </>
  )
}
