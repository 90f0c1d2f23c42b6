import type { EditMode } from '@mozhou/contracts/images/kinds'
import type { ImageOperation } from '@mozhou/contracts/models/image-kinds'
import type { ImageForm } from './image-form.ts'

const ofMode: Readonly<Record<EditMode, ImageOperation>> = {
  inpaint: 'edit',
  restyle: 'restyle',
  replace_background: 'replace_background',
  remove_background: 'remove_background',
}

/** What a model has to be able to do for it; null where none is needed. */
export function operationOf(form: Pick<ImageForm, 'tool' | 'mode' | 'isPlain'>): ImageOperation | null {
  switch (form.tool) {
    case 'text-to-image':
      return 'generate'
    case 'image-variation':
      return 'variation'
    case 'image-edit':
      return ofMode[form.mode]
    case 'image-upscale':
      break
  }
  return form.isPlain ? null : 'upscale'
}

/** Whether some model can do it at this moment; until that is known, it is taken that one can. */
export function isOffered(
  form: Pick<ImageForm, 'tool' | 'mode' | 'isPlain'>,
  operations: readonly ImageOperation[] | undefined,
): boolean {
  const operation = operationOf(form)
  return operation === null || operations === undefined || operations.includes(operation)
}
