import { imageSizes } from '@mozhou/contracts/images/kinds'
import type { ImageSizeKey } from '@mozhou/contracts/images/kinds'

interface Sides {
  width: number
  height: number
}

/** Places of pictures that are not there yet: how many, and their width by their height. */
export interface Tiles {
  count: number
  shape: number
}

/** Width by height of what a form asks for: a picture that is gone by has its own, however large it gets. */
export function shapeAsked(picture: Sides | null, size: ImageSizeKey | null): number {
  const { width, height } = picture ?? imageSizes[size ?? 'square'].ratio
  return width / height
}
