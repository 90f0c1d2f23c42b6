import { creditsFor, fenPerCredit } from '@mozhou/contracts/orders/prices'
import { fenOf, yuanOf } from '@mozhou/contracts/orders/yuan-input'
import { createRequestKeys } from '@mozhou/ui/api/request-key'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { tellCash } from './queries.ts'
import { useI18n } from './words.ts'

/** Cash for credits, whole ones only, and never back. */
export function ExchangeDialog(props: { cashFen: number; onClose: () => void }) {
  const { t, number } = useI18n()
  const client = useQueryClient()
  const keys = createRequestKeys()
  const [yuan, setYuan] = createSignal(untrack(() => yuanOf(props.cashFen - (props.cashFen % fenPerCredit))))
  const amountFen = () => fenOf(yuan())
  const isFit = () => {
    const fen = amountFen()
    return fen !== null && fen >= fenPerCredit && fen % fenPerCredit === 0 && fen <= props.cashFen
  }
  const exchange = useMutation(() => ({
    mutationFn: (asked: number) =>
      api.withdrawals.exchange.mutate({ amountFen: asked, requestKey: keys.keyFor({ asked }) }),
    onSuccess: async ({ credits }) => {
      keys.answered()
      toastSuccess({ title: t('withdrawals.exchanged', number(credits)) })
      props.onClose()
      await tellCash(client)
    },
    onError: (error) => keys.failed(error),
  }))
  const press = () => {
    const fen = amountFen()
    if (isFit() && fen !== null && !exchange.isPending) exchange.mutate(fen)
  }
  return (
    <Dialog
      isOpen
      size="sm"
      onClose={() => props.onClose()}
      title={t('withdrawals.exchangeTitle')}
      description={t('withdrawals.exchangeHint')}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button variant="primary" isPending={exchange.isPending} disabled={!isFit()} onClick={press}>
            {t('withdrawals.exchangeGo', number(isFit() ? creditsFor(amountFen() ?? 0) : 0))}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <Field label={t('withdrawals.exchangeAmount')} error={isFit() ? undefined : t('withdrawals.exchangeBad')}>
          <TextInput inputMode="decimal" value={yuan()} onValueChange={setYuan} />
        </Field>
        <Refusal error={exchange.error} />
      </div>
    </Dialog>
  )
}
