import type { WithdrawalDetailDto } from '@mozhou/contracts/withdrawals/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { DecisionDialog } from '@mozhou/ui/forms/decision-dialog.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { withdrawalsKey } from './queries.ts'
import { useI18n } from './words.ts'

type Act = 'approve' | 'reject' | 'retry'
const doneWords = { approve: 'approved', reject: 'rejected', retry: 'retried' } as const
const hintWords = { approve: 'approveHint', reject: 'rejectHint', retry: 'retryHint' } as const

/** What finance may do about it as it stands, each with a reason that is kept. */
export function WithdrawalActions(props: { withdrawal: WithdrawalDetailDto }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [act, setAct] = createSignal<Act | null>(null)
  const waits = () => props.withdrawal.status === 'in_review'
  const send = (chosen: Act, reason: string) =>
    api.withdrawals[chosen].mutate({ withdrawalId: props.withdrawal.id, reason })
  return (
    <div class="flex flex-wrap justify-end gap-2">
      <Show when={waits()}>
        <Button onClick={() => setAct('reject')}>{t('withdrawals.reject')}</Button>
        <Button variant="primary" onClick={() => setAct('approve')}>
          {t('withdrawals.approve')}
        </Button>
      </Show>
      <Show when={props.withdrawal.canRepeat}>
        <Button onClick={() => setAct('retry')}>{t('withdrawals.retry')}</Button>
      </Show>
      <Show when={act()} keyed>
        {(chosen) => (
          <DecisionDialog
            title={t(`withdrawals.${chosen}`)}
            description={t(`withdrawals.${hintWords[chosen]}`)}
            action={t(`withdrawals.${chosen}`)}
            isDanger={chosen === 'reject'}
            note={{
              label: t('withdrawals.reason'),
              placeholder: t('withdrawals.reasonPlaceholder'),
              name: 'reason',
            }}
            toInput={(reason) => ({ withdrawalId: props.withdrawal.id, reason })}
            schema={() => import('@mozhou/contracts/withdrawals/inputs').then((module) => module.decideWithdrawalInput)}
            send={(reason) => send(chosen, reason)}
            done={t(`withdrawals.${doneWords[chosen]}`)}
            onDone={() => client.invalidateQueries({ queryKey: withdrawalsKey })}
            onClose={() => setAct(null)}
          />
        )}
      </Show>
    </div>
  )
}
