import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'
import { useUserChange } from './use-user-change.ts'

export function TakeBackDialog(props: { user: UserRowDto; onClose: () => void }) {
  const { t } = useI18n()
  const takeBack = useUserChange({
    send: (userId: string) => api.accountDeletion.takeBack.mutate({ userId }),
    done: () => t('users.takeBackDone'),
    onClose: () => props.onClose(),
  })
  return (
    <ConfirmDialog
      isOpen
      onClose={() => props.onClose()}
      title={t('users.takeBackTitle', props.user.displayName)}
      description={t('users.takeBackHint')}
      action={t('users.takeBack')}
      isPending={takeBack.isPending}
      onConfirm={() => takeBack.mutate(props.user.id)}
    >
      <Refusal error={takeBack.error} />
    </ConfirmDialog>
  )
}
