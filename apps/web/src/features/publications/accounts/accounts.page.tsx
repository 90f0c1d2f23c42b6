import type { PlatformAccountDto, PlatformDto } from '@mozhou/contracts/publications/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Link } from '@tanstack/solid-router'
import Link2 from 'lucide-solid/icons/link-2'
import { createSignal, For, Show } from 'solid-js'
import { platformsQuery } from '../queries.ts'
import { useI18n } from '../words.ts'
import { AccountRow } from './account-row.tsx'
import { ConnectDialog } from './connect-dialog.tsx'

interface Asked {
  platform: PlatformDto
  /** The one that is connected anew; null: another. */
  account: PlatformAccountDto | null
}

/** Every platform with the person's accounts there, and what each can really do. */
export function AccountsPage() {
  const { t } = useI18n()
  const platforms = useQuery(() => platformsQuery())
  const [asked, setAsked] = createSignal<Asked | null>(null)
  return (
    <Page
      title={t('publishAccounts.title')}
      subtitle={t('publishAccounts.subtitle')}
      aside={
        <Link to="/publish" class={buttonClass({})}>
          {t('publish.toList')}
        </Link>
      }
    >
      <Loaded query={platforms}>
        {(data) => (
          <div class="grid items-start gap-4 xl:grid-cols-2">
            <For each={data().platforms}>
              {(platform) => (
                <PlatformCard platform={platform} onConnect={(account) => setAsked({ platform, account })} />
              )}
            </For>
          </div>
        )}
      </Loaded>
      <Show when={asked()} keyed>
        {(one) => <ConnectDialog {...one} onClose={() => setAsked(null)} />}
      </Show>
    </Page>
  )
}

interface PlatformCardProps {
  platform: PlatformDto
  onConnect: (account: PlatformAccountDto | null) => void
}

function PlatformCard(props: PlatformCardProps) {
  const { t, pick } = useI18n()
  const name = () => pick(props.platform.name)
  return (
    <Card
      isFlush
      title={
        <>
          {name()}
          <Show when={props.platform.isSandbox}>
            <Badge tone="warning" title={t('publish.sandboxHint')}>
              {t('publish.sandbox')}
            </Badge>
          </Show>
        </>
      }
      aside={
        <Show when={props.platform.ways.length > 0}>
          <Button
            size="sm"
            icon={<Link2 size={14} aria-hidden="true" />}
            aria-label={t('publishAccounts.connectTo', name())}
            onClick={() => props.onConnect(null)}
          >
            {t('publishAccounts.connect')}
          </Button>
        </Show>
      }
    >
      <Show
        when={props.platform.accounts.length > 0}
        fallback={
          <p class="px-4 py-5 text-sm text-ink-3">
            {t(props.platform.ways.length > 0 ? 'publishAccounts.none' : 'publishAccounts.notOffered')}
          </p>
        }
      >
        <ul class="divide-y divide-line">
          <For each={props.platform.accounts}>
            {(account) => <AccountRow account={account} onReconnect={() => props.onConnect(account)} />}
          </For>
        </ul>
      </Show>
    </Card>
  )
}
