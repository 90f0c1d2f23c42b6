import type { ImageSizeKey, ImageSizePreset } from '@mozhou/contracts/images/kinds'
import { imageSizeKeys, imageSizes } from '@mozhou/contracts/images/kinds'
import { useField } from '@mozhou/ui/components/field.tsx'
import { createUniqueId, For } from 'solid-js'
import { useI18n } from '../words.ts'

interface SizePickerProps {
  value: ImageSizeKey
  onValueChange: (size: ImageSizeKey) => void
}

/** In the longest side of a shape's outline, in CSS pixels. */
const outline = 26

/** Shapes by the platform that asks for them, each drawn as it is. */
export function SizePicker(props: SizePickerProps) {
  const { pick } = useI18n()
  const field = useField()
  const name = createUniqueId()
  const preset = (size: ImageSizeKey): ImageSizePreset => imageSizes[size]
  return (
    <div
      role="radiogroup"
      id={field?.controlId}
      aria-labelledby={field?.labelId}
      class="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-2"
    >
      <For each={imageSizeKeys}>
        {(size) => (
          <label class="relative flex min-h-10 cursor-pointer items-center gap-2.5 rounded-md border border-line bg-surface px-2.5 py-1.5 text-xs leading-tight text-ink-2 transition-colors duration-150 hover:text-ink has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent">
            <input
              type="radio"
              name={name}
              value={size}
              checked={size === props.value}
              class="peer sr-only"
              onChange={() => props.onValueChange(size)}
            />
            <span aria-hidden="true" class="flex size-7 shrink-0 items-center justify-center text-ink-3">
              <span class="rounded-[2px] border-[1.5px] border-current" style={outlineOf(preset(size).ratio)} />
            </span>
            <span class="min-w-0">{pick(preset(size).title)}</span>
          </label>
        )}
      </For>
    </div>
  )
}

function outlineOf({ width, height }: ImageSizePreset['ratio']): { width: string; height: string } {
  const scale = outline / Math.max(width, height)
  return { width: `${width * scale}px`, height: `${height * scale}px` }
}
