import type { JSX } from 'solid-js'
import { Show, splitProps } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'
import { classNames } from '../theme/class-names.ts'
import { controlFrameClass } from './control-class.ts'
import { useField } from './field.tsx'

type TextAreaProps = Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, 'onInput' | 'value' | 'maxLength'> & {
  value: string
  onValueChange: (value: string) => void
  /** Counted and shown, not enforced: text that is cut on pasting is lost without a word. */
  maxLength?: number
}

export function TextArea(props: TextAreaProps) {
  const { number } = useUiI18n()
  const field = useField()
  const [own, rest] = splitProps(props, ['value', 'onValueChange', 'class', 'maxLength'])
  const isOver = () => own.maxLength !== undefined && own.value.length > own.maxLength
  return (
    <div class={controlFrameClass} data-invalid={field?.isInvalid() || isOver() ? '' : undefined}>
      <textarea
        id={field?.controlId}
        aria-describedby={field?.describedBy()}
        aria-invalid={field?.isInvalid() || isOver() ? 'true' : undefined}
        aria-required={field?.isRequired() ? 'true' : undefined}
        rows={3}
        {...rest}
        class={classNames(
          'block min-h-16 w-full resize-y rounded-md bg-transparent px-3 py-2 leading-relaxed outline-none',
          own.class,
        )}
        value={own.value}
        onInput={(event) => own.onValueChange(event.currentTarget.value)}
      />
      <Show when={own.maxLength !== undefined}>
        {/* A line of its own: over the text it would hide what is being typed. */}
        <p
          onClick={(event) => event.currentTarget.parentElement?.querySelector('textarea')?.focus()}
          class={classNames(
            'cursor-text px-3 pb-1.5 text-right text-xs tabular-nums',
            isOver() ? 'font-medium text-danger' : 'text-ink-3',
          )}
        >
          {number(own.value.length)}/{number(own.maxLength ?? 0)}
        </p>
      </Show>
    </div>
  )
}
