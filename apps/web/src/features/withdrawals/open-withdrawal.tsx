import type { WithdrawalDto } from '@mozhou/contracts/withdrawals/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import { api } from '../../api.ts'
import { tellCash } from './queries.ts'
import { useI18n } from './words.ts'
import { WithdrawalStatusBadge } from './withdrawal-status-badge.tsx'

/** What is under way: where it stands, and what the person has to do, if anything. */
export function OpenWithdrawal(props: { withdrawal: WithdrawalDto }) {
  const { t, money, exactTime } = useI18n()
  const client = useQueryClient()
  const cancel = useMutation(() => ({
    mutationFn: () => api.withdrawals.cancel.mutate({ withdrawalId: props.withdrawal.id }),
    onSuccess: async ({ status }) => {
      toastSuccess({ title: t(status === 'cancelled' ? 'withdrawals.cancelled' : 'withdrawals.cancelAsked') })
      await tellCash(client)
    },
  }))
  const next = () => {
    const { status, confirm } = props.withdrawal
    if (status === 'awaiting_confirm')
      return t('withdrawals.next.awaiting_confirm', confirm === null ? '' : exactTime(confirm.until))
    if (status === 'paid' || status === 'failed' || status === 'cancelled') return ''
    return t(`withdrawals.next.${status}`)
  }
  return (
    <Card
      title={t('withdrawals.openTitle')}
      description={t('withdrawals.openHint')}
      aside={<WithdrawalStatusBadge status={props.withdrawal.status} />}
    >
      <div class="flex flex-col gap-3">
        <p class="text-2xl font-semibold tabular-nums">
          {money(props.withdrawal.netFen ?? props.withdrawal.amountFen)}
        </p>
        <Show when={props.withdrawal.taxFen}>
          {(tax) => <p class="text-xs text-ink-3">{t('withdrawals.taxed', money(tax()))}</p>}
        </Show>
        <p class="text-sm text-ink-2">{next()}</p>
        <Refusal error={cancel.error} />
        <div class="flex flex-wrap gap-2">
          <Show when={props.withdrawal.confirm?.sandboxUrl}>
            {(url) => (
              <a href={url()} target="_blank" rel="noreferrer" class={buttonClass({ variant: 'primary' })}>
                {t('withdrawals.confirmOnPhone')}
              </a>
            )}
          </Show>
          <Show when={props.withdrawal.canCancel}>
            <Button isPending={cancel.isPending} onClick={() => cancel.mutate()}>
              {t('withdrawals.cancel')}
            </Button>
          </Show>
        </div>
      </div>
    </Card>
  )
}
