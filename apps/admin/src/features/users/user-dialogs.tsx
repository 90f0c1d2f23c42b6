import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import { Match, Show, Switch } from 'solid-js'
import { AdjustDialog } from './adjust-dialog.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { ReinstateDialog } from './reinstate-dialog.tsx'
import { RoleDialog } from './role-dialog.tsx'
import { SuspendDialog } from './suspend-dialog.tsx'
import { TakeBackDialog } from './take-back-dialog.tsx'
import type { UserAction } from './user-menu.tsx'

export interface OpenUserAction {
  kind: UserAction
  user: UserRowDto
}

/** The dialog of what the menu chose. It stands beside the rows: a list that is read again must not take it away. */
export function UserDialogs(props: { open: OpenUserAction | null; onClose: () => void }) {
  const close = () => props.onClose()
  return (
    <Show when={props.open} keyed>
      {(open) => (
        <Switch>
          <Match when={open.kind === 'suspend'}>
            <SuspendDialog user={open.user} onClose={close} />
          </Match>
          <Match when={open.kind === 'reinstate'}>
            <ReinstateDialog user={open.user} onClose={close} />
          </Match>
          <Match when={open.kind === 'delete'}>
            <DeleteDialog user={open.user} onClose={close} />
          </Match>
          <Match when={open.kind === 'takeBack'}>
            <TakeBackDialog user={open.user} onClose={close} />
          </Match>
          <Match when={open.kind === 'role'}>
            <RoleDialog user={open.user} onClose={close} />
          </Match>
          <Match when={open.kind === 'adjust'}>
            <AdjustDialog user={open.user} onClose={close} />
          </Match>
        </Switch>
      )}
    </Show>
  )
}
