import type { PlatformKey } from '@mozhou/contracts/publications/kinds'
import { platforms } from '@mozhou/platforms/platforms'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Show } from 'solid-js'
import { useI18n } from './words.ts'

/** Platform and account in a line, and whether the sandbox plays it. */
export function PlatformMark(props: { platform: PlatformKey; account?: string; isSandbox?: boolean }) {
  const { t, pick } = useI18n()
  return (
    <span class="inline-flex min-w-0 flex-wrap items-center gap-x-1.5">
      <span class="font-medium">{pick(platforms[props.platform].name)}</span>
      <Show when={props.account}>
        <span class="min-w-0 wrap-anywhere text-ink-2">{props.account}</span>
      </Show>
      <Show when={props.isSandbox}>
        <Badge tone="warning" title={t('publish.sandboxHint')}>
          {t('publish.sandbox')}
        </Badge>
      </Show>
    </span>
  )
}
