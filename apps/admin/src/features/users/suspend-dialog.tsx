import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'
import { useUserChange } from './use-user-change.ts'

export function SuspendDialog(props: { user: UserRowDto; onClose: () => void }) {
  const { t, fieldIssue } = useI18n()
  const form = createForm({
    initial: { reason: '' },
    toInput: ({ reason }) => ({ userId: props.user.id, reason }),
    schema: () => import('@mozhou/contracts/accounts/inputs').then((module) => module.suspendUserInput),
  })
  const suspend = useUserChange({
    send: (reason: string) => api.users.suspend.mutate({ userId: props.user.id, reason }),
    done: () => t('users.suspendDone'),
    onClose: () => props.onClose(),
  })
  const wrong = () => {
    const issue = form.issue('reason')
    return issue && fieldIssue(t('users.reason'), issue)
  }
  async function confirm() {
    const values = await form.check()
    if (values && !suspend.isPending) suspend.mutate(values.reason)
  }
  return (
    <ConfirmDialog
      isOpen
      isDanger
      onClose={() => props.onClose()}
      title={t('users.suspendTitle', props.user.displayName)}
      description={t('users.suspendHint')}
      action={t('users.suspend')}
      isPending={suspend.isPending}
      onConfirm={() => void confirm()}
    >
      <div class="flex flex-col gap-4">
        <Field label={t('users.reason')} error={wrong()} isRequired>
          <TextInput
            placeholder={t('users.reasonPlaceholder')}
            value={form.values().reason}
            onValueChange={(reason) => form.set('reason', reason)}
          />
        </Field>
        <Refusal error={suspend.error} />
      </div>
    </ConfirmDialog>
  )
}
