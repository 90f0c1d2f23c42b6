import type { PlatformAccountDto } from '@mozhou/contracts/publications/answers'
import { CopyButton } from '@mozhou/ui/components/copy-button.tsx'
import type { JSX } from 'solid-js'
import { For, Show } from 'solid-js'
import { useI18n } from '../words.ts'

/** What is entered at the platform, each to be copied; where nobody has told us our own address, how it is found out. */
export function PlatformSetup(props: { setup: NonNullable<PlatformAccountDto['setup']> }) {
  const { t } = useI18n()
  return (
    <Show when={props.setup.egressIps !== null || props.setup.callbackUrl !== null}>
      <dl class="flex flex-col gap-3 rounded-lg border border-line p-3 text-sm">
        <Show when={props.setup.egressIps}>
          {(ips) => (
            <Entry title={t('publishAccounts.egressIp')} hint={t('publishAccounts.egressIpHint')}>
              <For each={ips()} fallback={<dd class="text-xs text-ink-2">{t('publishAccounts.egressIpUnknown')}</dd>}>
                {(ip) => <Copied text={ip} what={t('publishAccounts.egressIp')} />}
              </For>
            </Entry>
          )}
        </Show>
        <Show when={props.setup.callbackUrl}>
          {(url) => (
            <Entry title={t('publishAccounts.callbackUrl')} hint={t('publishAccounts.callbackUrlHint')}>
              <Copied text={url()} what={t('publishAccounts.callbackUrl')} />
            </Entry>
          )}
        </Show>
      </dl>
    </Show>
  )
}

function Entry(props: { title: string; hint: string; children: JSX.Element }) {
  return (
    <div>
      <dt class="flex flex-wrap items-baseline gap-x-2">
        <span class="font-medium">{props.title}</span>
        <span class="text-xs text-ink-3">{props.hint}</span>
      </dt>
      {props.children}
    </div>
  )
}

function Copied(props: { text: string; what: string }) {
  const { t } = useI18n()
  return (
    <dd class="flex items-center justify-between gap-2">
      <code class="min-w-0 text-xs break-all text-ink-2">{props.text}</code>
      <CopyButton text={props.text} label={t('publishAccounts.copyOf', props.what)} />
    </dd>
  )
}
