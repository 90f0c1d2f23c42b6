import type { JSX } from 'solid-js'
import { splitProps } from 'solid-js'
import { classNames } from '../theme/class-names.ts'
import { controlClass } from './control-class.ts'
import { useField } from './field.tsx'

type TextInputProps = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onInput' | 'value'> & {
  value: string
  onValueChange: (value: string) => void
}

export function TextInput(props: TextInputProps) {
  const field = useField()
  const [own, rest] = splitProps(props, ['value', 'onValueChange', 'class'])
  return (
    <input
      id={field?.controlId}
      aria-describedby={field?.describedBy()}
      aria-invalid={field?.isInvalid() ? 'true' : undefined}
      aria-required={field?.isRequired() ? 'true' : undefined}
      {...rest}
      class={classNames(controlClass, 'h-9 px-3', own.class)}
      value={own.value}
      onInput={(event) => own.onValueChange(event.currentTarget.value)}
    />
  )
}
