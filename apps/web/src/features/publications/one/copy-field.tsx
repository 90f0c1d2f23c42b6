import { Button } from '@mozhou/ui/components/button.tsx'
import { toastError } from '@mozhou/ui/components/toast.tsx'
import Check from 'lucide-solid/icons/check'
import Copy from 'lucide-solid/icons/copy'
import { createSignal, onCleanup, Show } from 'solid-js'
import { useI18n } from '../words.ts'
import { copyBoth } from './copy-both.ts'

const saidMs = 2_500

/** One field of the platform's page: what it is, its text, and one button that a thumb meets. */
export function CopyField(props: { label: string; text: string; html: string | null }) {
  const { t } = useI18n()
  const [isCopied, setIsCopied] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  async function copy() {
    if (!(await copyBoth(props.text, props.html))) {
      toastError({ title: t('publishOne.copyFailed') })
      return
    }
    setIsCopied(true)
    clearTimeout(timer)
    timer = setTimeout(() => setIsCopied(false), saidMs)
  }
  return (
    <section class="rounded-lg border border-line" aria-label={props.label}>
      <div class="flex items-center justify-between gap-3 border-b border-line px-3 py-2">
        <h3 class="text-sm font-medium">{props.label}</h3>
        <Button
          size="lg"
          variant={isCopied() ? 'secondary' : 'primary'}
          icon={
            <Show when={isCopied()} fallback={<Copy size={16} aria-hidden="true" />}>
              <Check size={16} class="text-success" aria-hidden="true" />
            </Show>
          }
          onClick={() => void copy()}
        >
          <span aria-live="polite">{isCopied() ? t('publishOne.copied') : t('publishOne.copyOf', props.label)}</span>
        </Button>
      </div>
      <p tabindex="0" class="max-h-40 overflow-y-auto px-3 py-2 text-sm wrap-anywhere whitespace-pre-wrap text-ink-2">
        {props.text}
      </p>
    </section>
  )
}
