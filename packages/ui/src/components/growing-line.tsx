import { classNames } from '../theme/class-names.ts'
import { controlClass } from './control-class.ts'
import { useField } from './field.tsx'
import { isForInputMethod } from './input-method.ts'

interface GrowingLineProps {
  value: string
  onValueChange: (value: string) => void
  /** Where the selection begins and ends in the value, whenever it may have changed. */
  onSelection?: (start: number, end: number) => void
}

/** One line of text that may be longer than the field is wide: it wraps, and the field grows with it. Line breaks become spaces. */
export function GrowingLine(props: GrowingLineProps) {
  const field = useField()
  const note = (event: { currentTarget: HTMLTextAreaElement }) =>
    props.onSelection?.(event.currentTarget.selectionStart, event.currentTarget.selectionEnd)
  return (
    <textarea
      rows={1}
      id={field?.controlId}
      aria-describedby={field?.describedBy()}
      aria-invalid={field?.isInvalid() ? 'true' : undefined}
      aria-required={field?.isRequired() ? 'true' : undefined}
      class={classNames(controlClass, 'block min-h-9 resize-none field-sizing-content px-3 py-1.5 leading-relaxed')}
      value={props.value}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isForInputMethod(event)) event.preventDefault()
      }}
      onSelect={note}
      onKeyUp={note}
      onMouseUp={note}
      onInput={(event) => props.onValueChange(event.currentTarget.value.replaceAll(/\s*\n\s*/g, ' '))}
    />
  )
}
