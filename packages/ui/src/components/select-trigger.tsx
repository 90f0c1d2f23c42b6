import ChevronDown from 'lucide-solid/icons/chevron-down'
import type { JSX } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'
import { classNames } from '../theme/class-names.ts'
import { controlClass } from './control-class.ts'

export interface SelectOption {
  value: string
  label: string
  isDisabled?: boolean
  /** Small print and marks, shown in the list and beside the chosen label. */
  aside?: JSX.Element
  description?: string
}

export interface SelectProps {
  value: string
  onValueChange: (value: string) => void
  options: readonly SelectOption[]
  placeholder?: string
  /** Needed outside a Field. */
  label?: string
  isDisabled?: boolean
  class?: string
}

export const selectTriggerClass = classNames(controlClass, 'flex min-h-9 items-center gap-2 px-3 py-1.5 text-left')

export function SelectTriggerContent(props: SelectProps) {
  const { t } = useUiI18n()
  const chosen = () => props.options.find((option) => option.value === props.value)
  return (
    <>
      <span class={classNames('min-w-0 flex-1 leading-snug wrap-anywhere', !chosen() && 'text-ink-3')}>
        {chosen()?.label ?? props.placeholder ?? t('ui.choose')}
      </span>
      {chosen()?.aside}
      <ChevronDown size={16} class="shrink-0 text-ink-3" aria-hidden="true" />
    </>
  )
}
