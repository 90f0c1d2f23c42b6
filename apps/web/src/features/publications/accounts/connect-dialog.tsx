import type { PlatformAccountDto, PlatformDto } from '@mozhou/contracts/publications/answers'
import type { ConnectWay } from '@mozhou/contracts/publications/kinds'
import { refusalIssues } from '@mozhou/ui/wire/refusal-issues'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, Match, Show, Switch, untrack } from 'solid-js'
import { calls } from '../calls.ts'
import { tellPublications } from '../queries.ts'
import { useI18n } from '../words.ts'
import { AssistedFields, KeyFields } from './connect-fields.tsx'

interface ConnectDialogProps {
  platform: PlatformDto
  /** The one that is connected anew: it keeps its addresses. */
  account: PlatformAccountDto | null
  onClose: () => void
}

/** An account is connected by the best way that the platform has here; others stand beside it. */
export function ConnectDialog(props: ConnectDialogProps) {
  const { t, pick } = useI18n()
  const client = useQueryClient()
  const [way, setWay] = createSignal<ConnectWay>(untrack(() => props.platform.ways[0]?.way ?? 'assisted'))
  const [keys, setKeys] = createSignal<Readonly<Record<string, string>>>({})
  const [assisted, setAssisted] = createSignal({ name: '', profileUrl: '' })
  const connected = async ({ name }: PlatformAccountDto) => {
    toastSuccess({ title: t('publishAccounts.connected', name) })
    props.onClose()
    await tellPublications(client)
  }
  const connect = useMutation(() => ({
    mutationFn: () => {
      const base = { platform: props.platform.key, way: way() }
      if (way() === 'keys') return calls.connect.mutate({ ...base, keys: { ...keys() } })
      return calls.connect.mutate(way() === 'assisted' ? { ...base, ...assisted() } : base)
    },
    onSuccess: async ({ account, authorize }) => {
      if (account) await connected(account)
      else if (authorize) location.assign(authorize.url)
    },
  }))
  const issues = () => (connect.error ? refusalIssues(connect.error) : [])
  const keyWay = () => {
    const found = props.platform.ways.find((one) => one.way === 'keys')
    return found && { ...found, setup: props.account?.setup ?? found.setup }
  }
  const action = () =>
    ({
      oauth: t('publishAccounts.oauthGo'),
      keys: t('publishAccounts.keysGo'),
      assisted: t('publishAccounts.assistedGo'),
    })[way()]
  return (
    <Dialog
      isOpen
      onClose={() => props.onClose()}
      title={t('publishAccounts.connectTo', pick(props.platform.name))}
      description={t('publishAccounts.connectHint')}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button variant="primary" isPending={connect.isPending} onClick={() => connect.mutate()}>
            {action()}
          </Button>
        </>
      }
    >
      <form
        class="flex flex-col gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          connect.mutate()
        }}
      >
        <Show when={props.platform.ways.length > 1}>
          <Segmented
            label={t('publishAccounts.way')}
            value={way()}
            onValueChange={(value: ConnectWay) => {
              connect.reset()
              setWay(value)
            }}
            options={props.platform.ways.map((one) => ({
              value: one.way,
              label: t(`publishAccounts.wayOf.${one.way}`),
            }))}
          />
        </Show>
        <Switch>
          <Match when={way() === 'oauth'}>
            <p class="text-sm text-ink-2">{t('publishAccounts.oauthHint')}</p>
          </Match>
          <Match when={way() === 'keys' && keyWay()}>
            {(one) => <KeyFields way={one()} values={keys()} onChange={setKeys} issues={issues()} />}
          </Match>
          <Match when={way() === 'assisted'}>
            <AssistedFields values={assisted()} onChange={setAssisted} issues={issues()} />
          </Match>
        </Switch>
        <Show when={issues().length === 0}>
          <Refusal error={connect.error} />
        </Show>
        <button type="submit" class="hidden" tabindex="-1" aria-hidden="true" />
      </form>
    </Dialog>
  )
}
