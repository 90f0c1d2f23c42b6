import { NumberInput as ArkNumberInput } from '@ark-ui/solid/number-input'
import Minus from 'lucide-solid/icons/minus'
import Plus from 'lucide-solid/icons/plus'
import { Show } from 'solid-js'
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

const stepClass = 'flex h-full w-9 shrink-0 items-center justify-center text-ink-2 hover:text-ink disabled:opacity-40'

export function NumberInput(props: NumberInputProps) {
  const { t, locale } = useUiI18n()
  const field = useField()
  return (
    <ArkNumberInput.Root
      ids={field ? { input: field.controlId, label: field.labelId } : undefined}
      value={Number.isNaN(props.value) ? '' : String(props.value)}
      onValueChange={(details) => props.onValueChange(details.valueAsNumber)}
      min={props.min ?? Number.MIN_SAFE_INTEGER}
      max={props.max ?? Number.MAX_SAFE_INTEGER}
      step={props.step ?? 1}
      locale={locale()}
      clampValueOnBlur={false}
      invalid={field?.isInvalid() ?? false}
      translations={{ incrementLabel: t('ui.increase'), decrementLabel: t('ui.decrease') }}
    >
      <ArkNumberInput.Control class={classNames(controlFrameClass, 'flex h-9 items-center')}>
        <ArkNumberInput.DecrementTrigger class={stepClass}>
          <Minus size={14} aria-hidden="true" />
        </ArkNumberInput.DecrementTrigger>
        <span class="flex min-w-0 flex-1 items-center justify-center gap-1">
          <ArkNumberInput.Input
            aria-describedby={field?.describedBy()}
            class="w-full min-w-0 bg-transparent text-center tabular-nums outline-none"
          />
        </span>
        <Show when={props.unit}>
          <span class="shrink-0 text-xs text-ink-3" aria-hidden="true">
            {props.unit}
          </span>
        </Show>
        <ArkNumberInput.IncrementTrigger class={stepClass}>
          <Plus size={14} aria-hidden="true" />
        </ArkNumberInput.IncrementTrigger>
      </ArkNumberInput.Control>
    </ArkNumberInput.Root>
  )
}
