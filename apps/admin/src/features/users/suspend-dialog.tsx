import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import { DecisionDialog } from '@mozhou/ui/forms/decision-dialog.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { usersKey } from './queries.ts'
import { useI18n } from './words.ts'

export function SuspendDialog(props: { user: UserRowDto; onClose: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const toInput = (reason: string) => ({ userId: props.user.id, reason })
  return (
    <DecisionDialog
      isDanger
      title={t('users.suspendTitle', props.user.displayName)}
      description={t('users.suspendHint')}
      action={t('users.suspend')}
      note={{ name: 'reason', label: t('users.reason'), placeholder: t('users.reasonPlaceholder') }}
      toInput={toInput}
      schema={() => import('@mozhou/contracts/accounts/inputs').then((module) => module.suspendUserInput)}
      send={(reason) => api.users.suspend.mutate(toInput(reason))}
      done={t('users.suspendDone')}
      onDone={() => client.invalidateQueries({ queryKey: usersKey })}
      onClose={() => props.onClose()}
    />
  )
}
