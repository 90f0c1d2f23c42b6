import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import type { Role } from '@mozhou/contracts/roles'
import { roles } from '@mozhou/contracts/roles'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { refusalIssues } from '@mozhou/ui/wire/refusal-issues'
import { createSignal, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'
import { useUserChange } from './use-user-change.ts'

export function RoleDialog(props: { user: UserRowDto; onClose: () => void }) {
  const { t, error } = useI18n()
  const [role, setRole] = createSignal<Role>(untrack(() => props.user.role))
  const change = useUserChange({
    send: (next: Role) => api.users.setRole.mutate({ userId: props.user.id, role: next }),
    done: () => t('users.setRoleDone'),
    onClose: () => props.onClose(),
  })
  /** About the role that was chosen; what else goes wrong is not. */
  const refused = () =>
    refusalIssues(change.error, { LAST_ADMIN: 'role' }).length > 0 ? error(change.error) : undefined
  return (
    <ConfirmDialog
      isOpen
      onClose={() => props.onClose()}
      title={t('users.setRoleTitle', props.user.displayName)}
      description={t('users.setRoleHint')}
      action={t('ui.save')}
      isPending={change.isPending}
      onConfirm={() => change.mutate(role())}
    >
      <div class="flex flex-col gap-4">
        <Field label={t('users.role')} error={refused()}>
          <Segmented<Role>
            value={role()}
            onValueChange={setRole}
            options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
          />
        </Field>
        <Refusal error={refused() === undefined ? change.error : null} />
      </div>
    </ConfirmDialog>
  )
}
