import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import { DecisionDialog } from '@mozhou/ui/forms/decision-dialog.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { usersKey } from './queries.ts'
import { useI18n } from './words.ts'

/** For somebody who asked support. What is in the way stands on their page, and nobody skips it. */
export function DeleteDialog(props: { user: UserRowDto; onClose: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const toInput = (reason: string) => ({ userId: props.user.id, reason })
  return (
    <DecisionDialog
      isDanger
      title={t('users.deleteTitle', props.user.displayName)}
      description={t('users.deleteHint')}
      action={t('users.delete')}
      note={{ name: 'reason', label: t('users.reason'), placeholder: t('users.deleteReason') }}
      toInput={toInput}
      schema={() => import('@mozhou/contracts/account-deletion/inputs').then((module) => module.startDeletionInput)}
      send={(reason) => api.accountDeletion.start.mutate(toInput(reason))}
      done={t('users.deleteDone')}
      onDone={() => client.invalidateQueries({ queryKey: usersKey })}
      onClose={() => props.onClose()}
    />
  )
}
