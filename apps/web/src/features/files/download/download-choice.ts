import { downloadFormats, downloadSizes } from '@mozhou/contracts/files/kinds'
import type { DownloadFormat, DownloadSize } from '@mozhou/contracts/files/kinds'
import { readDevice, writeDevice } from '@mozhou/ui/device/device-storage'
import { createSignal } from 'solid-js'

/** How pictures are downloaded; `kept`: in the format that each is kept in. */
export interface DownloadChoice {
  format: DownloadFormat | 'kept'
  size: DownloadSize
}

const key = 'mozhou.picture-download'
const asItIs: DownloadChoice = { format: 'kept', size: 'full' }

/** The last choice of this device. */
export function createDownloadChoice() {
  const [choice, setChoice] = createSignal(readChoice(readDevice(key)))
  return {
    choice,
    change(change: Partial<DownloadChoice>) {
      const { format, size } = setChoice((before) => ({ ...before, ...change }))
      writeDevice(key, `${format} ${size}`)
    },
  }
}

export type DownloadChoiceState = ReturnType<typeof createDownloadChoice>

/** Whatever is stored there: it may be of another time. */
export function readChoice(text: string | null): DownloadChoice {
  const [format, size] = (text ?? '').split(' ')
  return {
    format: downloadFormats.find((one) => one === format) ?? asItIs.format,
    size: downloadSizes.find((one) => one === size) ?? asItIs.size,
  }
}

/** Of a picture, in pixels. */
export interface Sides {
  width: number
  height: number
}

/** Those that make a picture smaller, after its own. */
export const sizesFor = ({ width, height }: Sides): DownloadSize[] =>
  downloadSizes.filter((size) => size === 'full' || Number(size) < Math.max(width, height))

/** What is chosen, as far as the picture is large enough for it. */
export const sizeFor = (picture: Sides, { size }: DownloadChoice): DownloadSize =>
  sizesFor(picture).includes(size) ? size : 'full'

/** What a picture measures when it is downloaded so. */
export function sidesOf({ width, height }: Sides, size: DownloadSize): Sides {
  const share = size === 'full' ? 1 : Math.min(1, Number(size) / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) }
}

/** For the API. */
export const wishOf = (picture: Sides, choice: DownloadChoice) => ({
  size: sizeFor(picture, choice),
  ...(choice.format !== 'kept' && { format: choice.format }),
})
