import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import { createRequestKeys } from '@mozhou/ui/api/request-key'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { refusalIssues } from '@mozhou/ui/wire/refusal-issues'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'
import { useUserChange } from './use-user-change.ts'

/** For checking only; the real key is made when the request is sent. */
const anyKey = '00000000-0000-4000-8000-000000000000'

export function AdjustDialog(props: { user: UserRowDto; onClose: () => void }) {
  const { t, number, signed, fieldIssue } = useI18n()
  const keys = createRequestKeys()
  const form = createForm({
    initial: { amount: '', reason: '' },
    toInput: ({ amount, reason }) => ({
      userId: props.user.id,
      amount: amount.trim() === '' ? undefined : Number(amount.replace('−', '-')),
      reason,
      requestKey: anyKey,
    }),
    schema: () => import('@mozhou/contracts/credits/inputs').then((module) => module.adjustCreditsInput),
  })
  const adjust = useUserChange({
    send: async (input: { userId: string; amount: number; reason: string }) => {
      try {
        const entry = await api.credits.adjust.mutate({ ...input, requestKey: keys.keyFor(input) })
        keys.answered()
        return entry
      } catch (cause) {
        keys.failed(cause)
        form.showIssues(refusalIssues(cause, { CREDITS_INSUFFICIENT: 'amount' }))
        throw cause
      }
    },
    done: (entry) => t('users.adjustDone', signed(entry.amount), number(entry.balanceAfter)),
    onClose: () => props.onClose(),
  })
  const wrong = (name: 'amount' | 'reason') => {
    const issue = form.issue(name)
    return issue && fieldIssue(t(`users.${name}`), issue)
  }
  async function confirm() {
    const values = await form.check()
    if (!values || adjust.isPending) return
    adjust.mutate({ userId: props.user.id, amount: Number(values.amount.replace('−', '-')), reason: values.reason })
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={() => props.onClose()}
      title={t('users.adjustTitle', props.user.displayName)}
      description={t('users.adjustHint', number(props.user.credits))}
      action={t('users.adjust')}
      isPending={adjust.isPending}
      onConfirm={() => void confirm()}
    >
      <div class="flex flex-col gap-4">
        <Field label={t('users.amount')} error={wrong('amount')} isRequired>
          <TextInput
            name="amount"
            inputMode="numeric"
            placeholder="+50"
            value={form.values().amount}
            onValueChange={(amount) => form.set('amount', amount)}
          />
        </Field>
        <Field label={t('users.reason')} error={wrong('reason')} isRequired>
          <TextInput
            name="reason"
            placeholder={t('users.reasonPlaceholder')}
            value={form.values().reason}
            onValueChange={(reason) => form.set('reason', reason)}
          />
        </Field>
        <Refusal error={wrong('amount') || wrong('reason') ? null : adjust.error} />
      </div>
    </ConfirmDialog>
  )
}
