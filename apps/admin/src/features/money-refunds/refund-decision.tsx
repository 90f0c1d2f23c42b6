import type { MoneyRefundDto } from '@mozhou/contracts/refunds/answers'
import { refundBases } from '@mozhou/contracts/refunds/kinds'
import type { RefundBasis } from '@mozhou/contracts/refunds/kinds'
import { Button } from '@mozhou/ui/components/button.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { moneyRefundsKey } from './queries.ts'
import { useI18n } from './words.ts'
import { fenOf, yuanOf } from '@mozhou/contracts/orders/yuan-input'

type Quote = NonNullable<MoneyRefundDto['quote']>

/** What may come back now, and yes or no to it. What was decided is read anew, so that it shows on the same drawer. */
export function RefundDecision(props: { refund: MoneyRefundDto; quote: Quote }) {
  const { t, money, fieldIssue } = useI18n()
  const client = useQueryClient()
  const [basis, setBasis] = createSignal<RefundBasis>('wish')
  const mostFen = () => (basis() === 'wish' ? props.quote.amountFen : props.quote.faultFen)
  const [yuan, setYuan] = createSignal(untrack(() => yuanOf(props.quote.amountFen)))
  const isMembership = () => props.refund.order.kind === 'membership'
  const amountFen = () => (isMembership() ? mostFen() : fenOf(yuan()))
  const isAmountFit = () => {
    const fen = amountFen()
    return fen !== null && fen >= 1 && fen <= mostFen()
  }
  const form = createForm({
    initial: { reason: '' },
    toInput: ({ reason }) => ({ refundId: props.refund.id, reason }),
    schema: () => import('@mozhou/contracts/refunds/inputs').then((module) => module.rejectRefundInput),
  })
  const decide = useMutation(() => ({
    mutationFn: async (isApproved: boolean) => {
      const values = await form.check()
      const fen = amountFen()
      if (!values || (isApproved && (fen === null || !isAmountFit()))) return
      const decided = { refundId: props.refund.id, reason: values.reason }
      if (isApproved && fen !== null) await api.refunds.approve.mutate({ ...decided, amountFen: fen, basis: basis() })
      else await api.refunds.reject.mutate(decided)
      toastSuccess({
        title: isApproved ? t('moneyRefunds.approved', money(fen ?? 0)) : t('moneyRefunds.rejected'),
      })
    },
    onSettled: () => client.invalidateQueries({ queryKey: moneyRefundsKey }),
  }))
  const press = (isApproved: boolean) => {
    if (!decide.isPending) decide.mutate(isApproved)
  }
  const wrong = () => {
    const issue = form.issue('reason')
    return issue && fieldIssue(t('moneyRefunds.decisionReason'), issue)
  }
  const choose = (value: RefundBasis) => {
    setBasis(value)
    setYuan(yuanOf(mostFen()))
  }
  return (
    <section class="flex flex-col gap-4">
      <Quoted refund={props.refund} quote={props.quote} />
      <Show when={!isMembership()}>
        <Field label={t('moneyRefunds.basis')} hint={t(`moneyRefunds.basisHint.${basis()}`)}>
          <Segmented
            value={basis()}
            onValueChange={choose}
            options={refundBases.map((value) => ({ value, label: t(`moneyRefunds.basisOf.${value}`) }))}
          />
        </Field>
      </Show>
      <Field
        label={t('moneyRefunds.amountFen')}
        hint={isMembership() ? t('moneyRefunds.whole') : t('moneyRefunds.most', money(mostFen()))}
        error={isAmountFit() || mostFen() === 0 ? undefined : t('moneyRefunds.badAmount')}
      >
        <TextInput
          inputMode="decimal"
          disabled={isMembership()}
          value={isMembership() ? yuanOf(mostFen()) : yuan()}
          onValueChange={setYuan}
        />
      </Field>
      <Field label={t('moneyRefunds.decisionReason')} error={wrong()} isRequired>
        <TextInput
          placeholder={t('moneyRefunds.reasonPlaceholder')}
          value={form.values().reason}
          onValueChange={(reason) => form.set('reason', reason)}
        />
      </Field>
      <Refusal error={decide.error} />
      <div class="flex justify-end gap-2">
        <Button isPending={decide.isPending} onClick={() => press(false)}>
          {t('moneyRefunds.reject')}
        </Button>
        <Button variant="primary" disabled={!isAmountFit()} isPending={decide.isPending} onClick={() => press(true)}>
          {t('moneyRefunds.approve')}
        </Button>
      </div>
    </section>
  )
}

function Quoted(props: { refund: MoneyRefundDto; quote: Quote }) {
  const { t, money, number } = useI18n()
  const rows = () => {
    const { amountFen, refundedFen, takenCredits, credits, period } = props.quote
    return [
      { label: t('moneyRefunds.quoteTitle'), value: <strong class="tabular-nums">{money(amountFen)}</strong> },
      ...(refundedFen > 0 ? [{ label: t('moneyRefunds.refunded'), value: money(refundedFen) }] : []),
      ...(credits === null
        ? []
        : [
            { label: t('moneyRefunds.given'), value: number(credits.given) },
            { label: t('moneyRefunds.used'), value: number(credits.used) },
            { label: t('moneyRefunds.unused'), value: number(takenCredits) },
          ]),
      ...(period === null
        ? []
        : [
            {
              label: t('moneyRefunds.days'),
              value: t('moneyRefunds.daysOf', number(period.usedDays), number(period.totalDays)),
            },
          ]),
      ...(typeof period?.monthFen === 'number'
        ? [{ label: t('moneyRefunds.counted'), value: t('moneyRefunds.byMonth', money(period.monthFen)) }]
        : []),
    ]
  }
  const asked = () => props.refund.askedFen ?? props.quote.amountFen
  return (
    <>
      <Show when={asked() !== props.quote.amountFen}>
        <Notice tone="warning">{t('moneyRefunds.changed', money(asked()), money(props.quote.amountFen))}</Notice>
      </Show>
      <Show when={props.quote.amountFen === 0}>
        <Notice tone="info">{t('moneyRefunds.nothing')}</Notice>
      </Show>
      <DetailsList rows={rows()} />
    </>
  )
}
