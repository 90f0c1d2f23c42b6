import { useField } from './field.tsx'

interface SliderProps {
  value: number
  onValueChange: (value: number) => void
  min: number
  max: number
  step: number
}

/** The browser's own, in our colours (slider.css draws the part before the thumb from `--filled`). */
export function Slider(props: SliderProps) {
  const field = useField()
  const filled = () => (props.value - props.min) / (props.max - props.min || 1)
  return (
    <input
      type="range"
      id={field?.controlId}
      aria-describedby={field?.describedBy()}
      aria-invalid={field?.isInvalid() ? 'true' : undefined}
      min={props.min}
      max={props.max}
      step={props.step}
      value={props.value}
      style={{ '--filled': filled() }}
      class="slider"
      onInput={(event) => props.onValueChange(event.currentTarget.valueAsNumber)}
    />
  )
}
