import Check from 'lucide-solid/icons/check'
import Copy from 'lucide-solid/icons/copy'
import { createSignal, onCleanup, Show } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'
import { IconButton } from './icon-button.tsx'

/** Copies a short text, and says so for two seconds. */
export function CopyButton(props: { text: string; label: string }) {
  const { t } = useUiI18n()
  const [isCopied, setIsCopied] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))

  async function copy() {
    await navigator.clipboard.writeText(props.text)
    setIsCopied(true)
    clearTimeout(timer)
    timer = setTimeout(() => setIsCopied(false), 2_000)
  }

  return (
    <IconButton label={isCopied() ? t('ui.copied') : props.label} onClick={() => void copy()}>
      <Show when={isCopied()} fallback={<Copy size={15} aria-hidden="true" />}>
        <Check size={15} class="text-success" aria-hidden="true" />
      </Show>
    </IconButton>
  )
}
