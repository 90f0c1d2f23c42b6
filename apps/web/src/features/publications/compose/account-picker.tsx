import type { PlatformAccountDto } from '@mozhou/contracts/publications/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Link } from '@tanstack/solid-router'
import { For, Show } from 'solid-js'
import { PlatformMark } from '../platform-mark.tsx'
import { useI18n } from '../words.ts'
import type { Composer, WayThere } from './composer.ts'

/** Where it goes: each account with what it can really do. */
export function AccountPicker(props: { composer: Composer }) {
  const { t } = useI18n()
  return (
    <Card
      isFlush
      title={t('publishCompose.accounts')}
      description={t('publishCompose.accountsHint')}
      aside={
        <Link to="/publish/accounts" class="text-sm text-accent-text hover:underline">
          {t('publish.toAccounts')}
        </Link>
      }
    >
      <Loaded query={props.composer.platforms}>
        {() => (
          <Show when={props.composer.accounts().length > 0} fallback={<NoAccounts />}>
            <ul class="divide-y divide-line">
              <For each={props.composer.accounts()}>
                {(account) => (
                  <AccountChoice
                    account={account}
                    way={props.composer.wayTo(account.id)}
                    isChosen={props.composer.targets.some(({ accountId }) => accountId === account.id)}
                    onToggle={() => props.composer.toggle(account.id)}
                  />
                )}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
    </Card>
  )
}

interface AccountChoiceProps {
  account: PlatformAccountDto
  way: WayThere | null
  isChosen: boolean
  onToggle: () => void
}

function AccountChoice(props: AccountChoiceProps) {
  const { t, pick } = useI18n()
  const isUsable = () => props.account.state === 'connected'
  const wrong = () => {
    const { stateDetail } = props.account
    return stateDetail ? pick(stateDetail) : t('publishCompose.accountUnusable')
  }
  return (
    <li>
      <label class="flex cursor-pointer items-start gap-3 px-4 py-3 hover:bg-sunken/60 has-disabled:cursor-default">
        <input
          type="checkbox"
          class="mt-1 size-4 accent-accent"
          checked={props.isChosen}
          disabled={!isUsable()}
          onChange={() => props.onToggle()}
        />
        <span class="min-w-0 flex-1 text-sm">
          <PlatformMark
            platform={props.account.platform}
            account={props.account.name}
            isSandbox={props.account.isSandbox}
          />
          <Show when={isUsable() && props.way}>
            {(way) => (
              <span class="block text-xs text-ink-2">
                {t(`publish.contentOf.${way().contentType}`)} · {t(`publish.routeOf.${way().route}`)}
                <Show when={way().reason}>{(reason) => <span class="block text-ink-3">{pick(reason())}</span>}</Show>
              </span>
            )}
          </Show>
          <Show when={!isUsable()}>
            <span class="mt-1 flex flex-wrap items-center gap-1.5 text-xs text-ink-2">
              <Badge tone="danger">{t(`publishAccounts.stateOf.${props.account.state}`)}</Badge>
              {wrong()}
            </span>
          </Show>
        </span>
      </label>
    </li>
  )
}

function NoAccounts() {
  const { t } = useI18n()
  return (
    <EmptyState
      title={t('publishCompose.noAccounts')}
      description={t('publishCompose.noAccountsHint')}
      action={
        <Link to="/publish/accounts" class={buttonClass({ variant: 'primary' })}>
          {t('publishAccounts.connect')}
        </Link>
      }
    />
  )
}
