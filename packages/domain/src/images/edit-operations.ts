import type { EditMode } from '@mozhou/contracts/images/kinds'
import type { ImageOperation } from '@mozhou/contracts/models/image-kinds'

/** What a model is asked for, by the way of editing. */
export const operationOfMode: Readonly<Record<EditMode, ImageOperation>> = {
  inpaint: 'edit',
  restyle: 'restyle',
  replace_background: 'replace_background',
  remove_background: 'remove_background',
}
