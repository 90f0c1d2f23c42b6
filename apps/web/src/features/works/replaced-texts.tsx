import type { ReplacedTextDto } from '@mozhou/contracts/generations/answers'
import Replace from 'lucide-solid/icons/replace'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'

interface ReplacedTextsProps {
  texts: readonly ReplacedTextDto[]
  /** The model that writes, or wrote, in their place. */
  model: string | null
}

/** Text that somebody was reading has gone: the line that says why stays with the text that took its place. */
export function ReplacedTexts(props: ReplacedTextsProps) {
  const { t } = useI18n()
  const models = () => props.texts.map(({ model }) => model).join(t('writing.and'))
  const reasons = () => {
    const kinds = new Set(props.texts.flatMap(({ failureKind }) => (failureKind === null ? [] : [failureKind])))
    const words = [...kinds].map((kind) => t(`failureKinds.${kind}`)).join(t('writing.and'))
    return words === '' ? '' : t('writing.replacedFor', words)
  }
  return (
    <Show when={props.texts.length > 0}>
      <p class="flex items-start gap-2 rounded-md bg-sunken px-4 py-2.5 text-sm text-ink-2">
        <Replace size={15} class="mt-1 shrink-0 text-ink-3" aria-hidden="true" />
        <span class="min-w-0">
          {t('writing.replaced', models(), props.model ?? t('writing.anotherModel'), reasons())}
        </span>
      </p>
    </Show>
  )
}
