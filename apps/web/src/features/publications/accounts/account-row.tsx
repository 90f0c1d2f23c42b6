import type { PlatformAccountDto } from '@mozhou/contracts/publications/answers'
import type { AccountState } from '@mozhou/contracts/publications/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Avatar } from '@mozhou/ui/components/avatar.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { calls } from '../calls.ts'
import { tellPublications } from '../queries.ts'
import { useI18n } from '../words.ts'
import { AccountDialog } from './account-dialog.tsx'
import { AccountQuotas } from './account-quotas.tsx'
import { CapabilityList } from './capability-list.tsx'
import { lapsesSoon } from './lapses-soon.ts'

const tones: Record<AccountState, BadgeTone> = {
  connected: 'success',
  expired: 'danger',
  address_refused: 'warning',
  restricted: 'danger',
  disconnected: 'neutral',
}

interface AccountRowProps {
  account: PlatformAccountDto
  onReconnect: () => void
}

export function AccountRow(props: AccountRowProps) {
  const { t } = useI18n()
  return (
    <li class="flex flex-col gap-3 px-4 py-4">
      <div class="flex items-center gap-3">
        <Avatar name={props.account.name} />
        <div class="min-w-0 flex-1">
          <p class="flex flex-wrap items-center gap-2 text-sm font-medium">
            <span class="wrap-anywhere">{props.account.name}</span>
            <Badge tone={tones[props.account.state]}>{t(`publishAccounts.stateOf.${props.account.state}`)}</Badge>
          </p>
          <Facts account={props.account} />
        </div>
      </div>
      <Wrong {...props} />
      <CapabilityList capabilities={props.account.capabilities} />
      <Show when={props.account.hasQuotas && props.account.state === 'connected'}>
        <AccountQuotas accountId={props.account.id} />
      </Show>
      <Actions {...props} />
    </li>
  )
}

function Facts(props: { account: PlatformAccountDto }) {
  const { t, time, number } = useI18n()
  const facts = () => {
    const { way, checkedAt, lastPublishedAt, paceMinutes, window } = props.account
    return [
      t(`publishAccounts.wayOf.${way}`),
      way === 'assisted' ? null : t('publishAccounts.checkedAt', time(checkedAt)),
      lastPublishedAt === null
        ? t('publishAccounts.neverPublished')
        : t('publishAccounts.lastPublished', time(lastPublishedAt)),
      paceMinutes > 0 ? t('publishAccounts.pace', number(paceMinutes)) : null,
      window && t('publishAccounts.windowOf', number(window.from), number(window.to)),
    ].filter((fact) => fact !== null)
  }
  return (
    <p class="text-xs text-ink-3">
      {facts().join(' · ')}
      <Show when={props.account.url}>
        {(url) => (
          <>
            {' · '}
            <a href={url()} target="_blank" rel="noreferrer" class="text-accent-text hover:underline">
              {t('publishAccounts.ownPage')}
            </a>
          </>
        )}
      </Show>
    </p>
  )
}

/** What stands in the way, or soon will, with what mends it. */
function Wrong(props: AccountRowProps) {
  const { t, pick, date } = useI18n()
  const isUsable = () => props.account.state === 'connected'
  const again = () => (
    <Show when={props.account.state !== 'restricted' && props.account.state !== 'address_refused'}>
      <Button size="sm" onClick={() => props.onReconnect()}>
        {t('publishAccounts.reconnect')}
      </Button>
    </Show>
  )
  const lapsing = () => (isUsable() && lapsesSoon(props.account, Date.now()) ? props.account.reconnectBy : null)
  return (
    <>
      <Show when={!isUsable()}>
        <Notice tone="warning" title={t(`publishAccounts.stateOf.${props.account.state}`)} action={again()}>
          <Show when={props.account.stateDetail}>{(detail) => pick(detail())}</Show>
        </Notice>
      </Show>
      <Show when={lapsing()}>
        {(at) => (
          <Notice tone="warning" action={again()}>
            {t('publishAccounts.lapsesSoon', date(at()))}
          </Notice>
        )}
      </Show>
      <Show when={isUsable() && lapsing() === null && props.account.reconnectBy}>
        {(at) => <p class="text-xs text-ink-2">{t('publishAccounts.reconnectBy', date(at()))}</p>}
      </Show>
    </>
  )
}

function Actions(props: AccountRowProps) {
  const { t, error } = useI18n()
  const client = useQueryClient()
  const [open, setOpen] = createSignal<'settings' | 'disconnect' | null>(null)
  const close = () => setOpen(null)
  const accountId = () => props.account.id
  const check = useMutation(() => ({
    mutationFn: () => calls.checkAccount.mutate({ accountId: accountId() }),
    onSuccess: () => toastSuccess({ title: t('publishAccounts.checked') }),
    onError: (cause) => toastError({ title: error(cause) }),
    onSettled: () => tellPublications(client),
  }))
  const disconnect = useMutation(() => ({
    mutationFn: () => calls.disconnect.mutate({ accountId: accountId() }),
    onSuccess: async () => {
      close()
      toastSuccess({ title: t('publishAccounts.disconnected') })
      await tellPublications(client)
    },
    onError: (cause) => toastError({ title: error(cause) }),
  }))
  return (
    <div class="flex flex-wrap gap-2">
      <Show when={props.account.way !== 'assisted'}>
        <Button size="sm" isPending={check.isPending} onClick={() => check.mutate()}>
          {t('publishAccounts.check')}
        </Button>
      </Show>
      <Button size="sm" onClick={() => setOpen('settings')}>
        {t('publishAccounts.settings')}
      </Button>
      <Button size="sm" variant="ghost" onClick={() => setOpen('disconnect')}>
        {t('publishAccounts.disconnect')}
      </Button>
      <Show when={open() === 'settings'}>
        <AccountDialog account={props.account} onClose={close} />
      </Show>
      <ConfirmDialog
        isOpen={open() === 'disconnect'}
        onClose={close}
        title={t('publishAccounts.disconnectTitle', props.account.name)}
        description={t('publishAccounts.disconnectHint')}
        action={t('publishAccounts.disconnect')}
        isDanger
        isPending={disconnect.isPending}
        onConfirm={() => disconnect.mutate()}
      />
    </div>
  )
}
