import { fenOf, yuanOf } from '@mozhou/contracts/orders/yuan-input'
import type { CashAccountDto } from '@mozhou/contracts/withdrawals/answers'
import { createRequestKeys } from '@mozhou/ui/api/request-key'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { tellCash } from './queries.ts'
import { useI18n } from './words.ts'

/** How much, and one press. What is refused leaves the amount as it was typed. */
export function RequestForm(props: { account: CashAccountDto }) {
  const { t, money } = useI18n()
  const client = useQueryClient()
  const keys = createRequestKeys()
  const mostFen = () => Math.max(0, Math.min(props.account.cashFen, props.account.leftFen))
  // All that there is, as long as nobody types another amount.
  const [typed, setTyped] = createSignal<string | null>(null)
  const yuan = () => typed() ?? yuanOf(mostFen())
  const amountFen = () => fenOf(yuan())
  const isFit = () => {
    const fen = amountFen()
    return fen !== null && fen >= props.account.leastFen && fen <= mostFen()
  }
  const request = useMutation(() => ({
    mutationFn: (asked: number) =>
      api.withdrawals.request.mutate({ amountFen: asked, requestKey: keys.keyFor({ asked }) }),
    onSuccess: async () => {
      keys.answered()
      toastSuccess({ title: t('withdrawals.requested') })
      await tellCash(client)
    },
    onError: (error) => keys.failed(error),
  }))
  const press = () => {
    const fen = amountFen()
    if (isFit() && fen !== null && !request.isPending) request.mutate(fen)
  }
  return (
    <form
      class="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        press()
      }}
    >
      <Field
        label={t('withdrawals.amount')}
        hint={t('withdrawals.amountHint', money(props.account.leastFen))}
        error={isFit() || mostFen() < props.account.leastFen ? undefined : t('withdrawals.badAmount')}
      >
        <TextInput inputMode="decimal" value={yuan()} onValueChange={setTyped} />
      </Field>
      <Refusal error={request.error} />
      <Button type="submit" variant="primary" isWide isPending={request.isPending} disabled={!isFit()}>
        {isFit() ? t('withdrawals.request', money(amountFen() ?? 0)) : t('withdrawals.requestPlain')}
      </Button>
    </form>
  )
}
