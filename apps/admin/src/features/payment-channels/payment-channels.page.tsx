import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { createSignal, For, Show } from 'solid-js'
import { ChannelCard } from './channel-card.tsx'
import { ChannelDrawer } from './channel-drawer.tsx'
import { paymentChannelsMenu } from './menu.ts'
import { paymentChannels } from './queries.ts'
import { useI18n } from './words.ts'

export function PaymentChannelsPage() {
  const { t, pick } = useI18n()
  const channels = useQuery(() => paymentChannels())
  const [edited, setEdited] = createSignal<PayChannel | null>(null)
  return (
    <Page title={pick(paymentChannelsMenu.title)} subtitle={t('channels.subtitle')}>
      <Loaded query={channels}>
        {(all) => (
          <>
            <div class="grid items-start gap-4 lg:grid-cols-2">
              <For each={all()}>
                {(channel) => <ChannelCard channel={channel} onEdit={() => setEdited(channel.channel)} />}
              </For>
            </div>
            <Show when={all().find(({ channel }) => channel === edited())}>
              {(channel) => <ChannelDrawer channel={channel()} onClose={() => setEdited(null)} />}
            </Show>
          </>
        )}
      </Loaded>
    </Page>
  )
}
