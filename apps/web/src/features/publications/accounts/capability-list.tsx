import type { PlatformAccountDto } from '@mozhou/contracts/publications/answers'
import type { PublicationRoute } from '@mozhou/contracts/publications/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { For, Show } from 'solid-js'
import { useI18n } from '../words.ts'

const tones: Record<PublicationRoute, BadgeTone> = {
  api: 'success',
  api_draft: 'accent',
  handoff: 'accent',
  assisted: 'neutral',
  browser: 'neutral',
}

/** What an account can really do with each kind of content, in plain words, and why it is no better. */
export function CapabilityList(props: { capabilities: PlatformAccountDto['capabilities'] }) {
  const { t, pick } = useI18n()
  return (
    <ul aria-label={t('publishAccounts.can')} class="flex flex-col gap-2">
      <For each={props.capabilities}>
        {({ contentType, route, reason }) => (
          <li class="text-xs text-ink-2">
            <span class="flex flex-wrap items-center gap-1.5">
              <span class="text-ink">{t(`publish.contentOf.${contentType}`)}</span>
              <Badge tone={tones[route]}>{t(`publish.routeOf.${route}`)}</Badge>
            </span>
            <span class="mt-0.5 block">{t(`publish.routeHint.${route}`)}</span>
            <Show when={reason}>{(why) => <span class="block text-ink-3">{pick(why())}</span>}</Show>
          </li>
        )}
      </For>
    </ul>
  )
}
