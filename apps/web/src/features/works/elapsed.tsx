import { formatElapsed } from '@mozhou/ui/i18n/format'
import { createSignal, onCleanup } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'

/** How long something has been under way, second by second. */
export function Elapsed(props: { since: number }) {
  const { t } = useI18n()
  const [now, setNow] = createSignal(Date.now())
  const timer = setInterval(() => setNow(Date.now()), 1_000)
  onCleanup(() => clearInterval(timer))
  return (
    <span class="text-sm text-ink-3 tabular-nums" title={t('writing.elapsed')}>
      <span class="sr-only">{t('writing.elapsed')} </span>
      {formatElapsed(now() - props.since)}
    </span>
  )
}
