import { Slider as ArkSlider } from '@ark-ui/solid/slider'
import { useField } from './field.tsx'

interface SliderProps {
  value: number
  onValueChange: (value: number) => void
  min: number
  max: number
  step: number
}

export function Slider(props: SliderProps) {
  const field = useField()
  return (
    <ArkSlider.Root
      ids={field ? { label: field.labelId } : undefined}
      value={[props.value]}
      onValueChange={(details) => {
        const next = details.value[0]
        if (next !== undefined) props.onValueChange(next)
      }}
      min={props.min}
      max={props.max}
      step={props.step}
      invalid={field?.isInvalid() ?? false}
      thumbAlignment="contain"
      thumbSize={{ width: 18, height: 18 }}
    >
      <ArkSlider.Control class="flex h-7 items-center">
        <ArkSlider.Track class="h-1.5 flex-1 rounded-full bg-line">
          <ArkSlider.Range class="h-full rounded-full bg-accent" />
        </ArkSlider.Track>
        <ArkSlider.Thumb
          index={0}
          class="size-[18px] rounded-full border-2 border-accent bg-surface shadow-soft outline-offset-2 focus-visible:outline-2"
        >
          <ArkSlider.HiddenInput />
        </ArkSlider.Thumb>
      </ArkSlider.Control>
    </ArkSlider.Root>
  )
}
