import type { RefundQuoteDto } from '@mozhou/contracts/refunds/answers'
import { createRequestKeys } from '@mozhou/ui/api/request-key'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Button } from '@mozhou/ui/components/button.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { refundQuote, tellOrder, tellPaid } from './queries.ts'
import { useI18n } from './words.ts'

/** What would come back and what would be taken, to be confirmed as it stands. */
export function RefundDialog(props: { orderId: string; onClose: () => void }) {
  const { t, money } = useI18n()
  const client = useQueryClient()
  const keys = createRequestKeys()
  const quote = useQuery(() => refundQuote(props.orderId))
  const [note, setNote] = createSignal('')
  const request = useMutation(() => ({
    mutationFn: async ({ amountFen, takenCredits }: RefundQuoteDto) => {
      const confirmed = { orderId: props.orderId, amountFen, takenCredits, note: note().trim() }
      try {
        const order = await api.refunds.request.mutate({ ...confirmed, requestKey: keys.keyFor(confirmed) })
        keys.answered()
        return order
      } catch (cause) {
        keys.failed(cause)
        throw cause
      }
    },
    onSuccess: async (order) => {
      props.onClose()
      await tellOrder(client, order)
      await tellPaid(client)
    },
    // What was confirmed is not what there is: the new figures are shown beside the refusal.
    onError: () => void quote.refetch(),
  }))
  const offered = () => (quote.data?.refusal === null ? quote.data : undefined)
  return (
    <Dialog
      isOpen
      size="sm"
      onClose={() => props.onClose()}
      title={t('orders.refund.title')}
      description={t('orders.refund.hint')}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Show when={offered()}>
            {(data) => (
              <Button
                variant="primary"
                isPending={request.isPending}
                onClick={() => {
                  if (!request.isPending) request.mutate(data())
                }}
              >
                {t('orders.refund.confirm', money(data().amountFen))}
              </Button>
            )}
          </Show>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <Loaded query={quote}>{(data) => <Quoted quote={data()} />}</Loaded>
        <Show when={offered()}>
          <Field label={t('orders.refund.note')}>
            <TextInput maxLength={200} value={note()} onValueChange={setNote} />
          </Field>
        </Show>
        <Refusal error={request.error} />
      </div>
    </Dialog>
  )
}

function Quoted(props: { quote: RefundQuoteDto }) {
  const { t, money, number } = useI18n()
  const rows = () => {
    const { amountFen, paidFen, refundedFen, takenCredits, credits, period } = props.quote
    const used = credits && {
      label: t('orders.refund.used'),
      value: t('orders.refund.usedOf', number(credits.used), money(credits.usedFen)),
    }
    const taken = credits && {
      label: t('orders.refund.taken'),
      value: t('orders.refund.takenOf', number(takenCredits)),
    }
    const days = period && {
      label: t('orders.refund.days'),
      value: t('orders.refund.daysOf', number(period.usedDays), number(period.totalDays)),
    }
    const byMonth = period?.monthFen && {
      label: t('orders.refund.counted'),
      value: t('orders.refund.byMonth', money(period.monthFen)),
    }
    const ends = period && { label: t('orders.refund.period'), value: t('orders.refund.periodEnds') }
    const before = refundedFen > 0 && { label: t('orders.refund.refunded'), value: money(refundedFen) }
    return [
      { label: t('orders.refund.paid'), value: money(paidFen) },
      ...[before, used, days, byMonth, taken, ends].filter((row) => typeof row === 'object' && row !== null),
      {
        label: t('orders.refund.back'),
        value: <strong class="text-base tabular-nums">{money(amountFen)}</strong>,
      },
    ]
  }
  const next = () =>
    props.quote.waitsFor === null ? t('orders.refund.atOnce') : t(`orders.refund.waitsFor.${props.quote.waitsFor}`)
  return (
    <>
      <DetailsList rows={rows()} />
      <Show when={props.quote.refusal} fallback={<p class="text-sm text-ink-2">{next()}</p>}>
        {(refusal) => <Notice tone="warning">{t(`orders.refund.refusal.${refusal()}`)}</Notice>}
      </Show>
    </>
  )
}
