import Minus from 'lucide-solid/icons/minus'
import Plus from 'lucide-solid/icons/plus'
import { createRenderEffect, Show } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'
import { classNames } from '../theme/class-names.ts'
import { controlFrameClass } from './control-class.ts'
import { useField } from './field.tsx'

interface NumberInputProps {
  /** NaN while the box is empty. */
  value: number
  onValueChange: (value: number) => void
  min?: number
  max?: number
  step?: number
  unit?: string
}

const stepClass = 'flex h-full w-7 shrink-0 items-center justify-center text-ink-2 hover:text-ink disabled:opacity-40'

/** What is typed is taken as it is, also beyond the bounds: the form says what is wrong. The buttons stay within them. Where number and unit do not both fit, the number stays whole. */
export function NumberInput(props: NumberInputProps) {
  const { t } = useUiI18n()
  const field = useField()
  const min = () => props.min ?? Number.MIN_SAFE_INTEGER
  const max = () => props.max ?? Number.MAX_SAFE_INTEGER
  const move = (direction: 1 | -1) => {
    const from = Number.isNaN(props.value) ? min() - direction * (props.step ?? 1) : props.value
    props.onValueChange(Math.min(max(), Math.max(min(), from + direction * (props.step ?? 1))))
  }
  const show = (input: HTMLInputElement) =>
    createRenderEffect(() => {
      // Written only where it says something else: "-" and "1e" are no numbers yet, and must not vanish while being typed.
      if (!Object.is(input.valueAsNumber, props.value))
        input.value = Number.isNaN(props.value) ? '' : String(props.value)
    })
  return (
    <div
      class={classNames(controlFrameClass, 'flex h-9 items-center')}
      data-invalid={field?.isInvalid() ? '' : undefined}
    >
      <button
        type="button"
        tabindex="-1"
        aria-label={t('ui.decrease')}
        class={stepClass}
        disabled={props.value <= min()}
        onClick={() => move(-1)}
      >
        <Minus size={14} aria-hidden="true" />
      </button>
      <input
        type="number"
        inputmode="numeric"
        id={field?.controlId}
        aria-describedby={field?.describedBy()}
        aria-invalid={field?.isInvalid() ? 'true' : undefined}
        min={props.min}
        max={props.max}
        step={props.step ?? 1}
        ref={show}
        class="w-full min-w-[5ch] flex-1 [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none [&::-webkit-outer-spin-button]:appearance-none bg-transparent text-center tabular-nums outline-none"
        onInput={(event) => props.onValueChange(event.currentTarget.valueAsNumber)}
      />
      <Show when={props.unit}>
        <span class="min-w-0 truncate text-xs text-ink-3" aria-hidden="true">
          {props.unit}
        </span>
      </Show>
      <button
        type="button"
        tabindex="-1"
        aria-label={t('ui.increase')}
        class={stepClass}
        disabled={props.value >= max()}
        onClick={() => move(1)}
      >
        <Plus size={14} aria-hidden="true" />
      </button>
    </div>
  )
}
