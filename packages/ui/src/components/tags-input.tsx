import X from 'lucide-solid/icons/x'
import { createSignal, Index } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'
import { classNames } from '../theme/class-names.ts'
import { controlFrameClass } from './control-class.ts'
import { useField } from './field.tsx'
import { isForInputMethod } from './input-method.ts'

interface TagsInputProps {
  value: readonly string[]
  onValueChange: (value: string[]) => void
  maxItems: number
  maxLength: number
  placeholder?: string | undefined
}

const delimiter = /[,，、;；\n]/

/**
 * Enter, a comma (Chinese ones too) or leaving the box adds what was typed; pasting a list adds every item. Backspace in an empty
 * box takes the last one back to be typed on.
 */
export function TagsInput(props: TagsInputProps) {
  const { t } = useUiI18n()
  const field = useField()
  const [typed, setTyped] = createSignal('')
  const [spoken, setSpoken] = createSignal('')
  let input: HTMLInputElement | undefined
  /** What an input method composes is its own until it commits: nothing of it is a tag, and nothing is written into its box. */
  let isComposing = false

  /** Adds the pieces that are new and fit; what does not fit stays in the box. */
  function add(pieces: readonly string[]): void {
    const tags = [...props.value]
    const left: string[] = []
    for (const tag of pieces.map((piece) => piece.trim()).filter(Boolean)) {
      if (tags.includes(tag)) continue
      if (tags.length < props.maxItems && tag.length <= props.maxLength) tags.push(tag)
      else left.push(tag)
    }
    setTyped(left.join(', '))
    if (tags.length === props.value.length) return
    setSpoken(t('ui.tagAdded', tags.slice(props.value.length).join(', ')))
    props.onValueChange(tags)
  }

  function remove(index: number): void {
    setSpoken(t('ui.tagRemoved', props.value[index] ?? ''))
    props.onValueChange(props.value.filter((_, at) => at !== index))
    input?.focus()
  }

  function read(event: InputEvent & { currentTarget: HTMLInputElement }): void {
    if (!isComposing) take(event.currentTarget.value)
  }

  function take(text: string): void {
    setTyped(text)
    if (delimiter.test(text)) add(text.split(delimiter))
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isForInputMethod(event) || isComposing) return
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      add([typed()])
    }
    const last = props.value.at(-1)
    if (event.key !== 'Backspace' || typed() !== '' || last === undefined) return
    event.preventDefault()
    remove(props.value.length - 1)
    setTyped(last)
  }

  return (
    <div
      class={classNames(controlFrameClass, 'flex min-h-9 flex-wrap items-center gap-1.5 px-2 py-1')}
      data-invalid={field?.isInvalid() ? '' : undefined}
      onClick={(event) => event.target === event.currentTarget && input?.focus()}
    >
      <Index each={props.value}>
        {(tag, index) => (
          <span class="flex max-w-full items-center gap-0.5 rounded-full border border-line bg-sunken pl-2.5 text-xs">
            <span class="truncate">{tag()}</span>
            <button
              type="button"
              aria-label={t('ui.removeTag', tag())}
              class="flex size-6 items-center justify-center rounded-full text-ink-3 hover:text-ink"
              onClick={() => remove(index)}
            >
              <X size={12} aria-hidden="true" />
            </button>
          </span>
        )}
      </Index>
      <input
        ref={(element) => (input = element)}
        type="text"
        id={field?.controlId}
        autocomplete="off"
        aria-describedby={field?.describedBy()}
        aria-invalid={field?.isInvalid() ? 'true' : undefined}
        placeholder={props.value.length >= props.maxItems ? undefined : props.placeholder}
        class="h-7 min-w-24 flex-1 bg-transparent px-1 outline-none"
        value={typed()}
        onInput={read}
        onCompositionStart={() => (isComposing = true)}
        onCompositionEnd={(event) => {
          isComposing = false
          take(event.currentTarget.value)
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const text = event.clipboardData?.getData('text') ?? ''
          if (!delimiter.test(text)) return
          event.preventDefault()
          add(`${typed()}${text}`.split(delimiter))
        }}
        onBlur={() => typed() !== '' && add([typed()])}
      />
      <span class="sr-only" aria-live="polite">
        {spoken()}
      </span>
    </div>
  )
}
