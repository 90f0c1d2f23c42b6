import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'
import { useUserChange } from './use-user-change.ts'

export function ReinstateDialog(props: { user: UserRowDto; onClose: () => void }) {
  const { t } = useI18n()
  const reinstate = useUserChange({
    send: (userId: string) => api.users.reinstate.mutate({ userId }),
    done: () => t('users.reinstateDone'),
    onClose: () => props.onClose(),
  })
  return (
    <ConfirmDialog
      isOpen
      onClose={() => props.onClose()}
      title={t('users.reinstateTitle', props.user.displayName)}
      description={t('users.reinstateHint')}
      action={t('users.reinstate')}
      isPending={reinstate.isPending}
      onConfirm={() => reinstate.mutate(props.user.id)}
    >
      <Refusal error={reinstate.error} />
    </ConfirmDialog>
  )
}
