import type { ImageCreationDto, ImageFormDto } from '@mozhou/contracts/images/answers'
import type { EditMode } from '@mozhou/contracts/images/kinds'
import { upscaleFactors } from '@mozhou/contracts/images/kinds'
import type { ImageOperation } from '@mozhou/contracts/models/image-kinds'
import type { ImageForm } from './image-form.ts'
import { freshForm } from './image-form.ts'

const modes: Partial<Record<ImageOperation, EditMode>> = {
  edit: 'inpaint',
  restyle: 'restyle',
  replace_background: 'replace_background',
  remove_background: 'remove_background',
}

/** What a work was made from last, to go on from; a mask is painted anew. */
export function formOfWork(work: ImageCreationDto): ImageForm {
  const form = work.run?.form ?? work.versions.at(-1)?.form
  return form ? toForm(form) : freshForm
}

function toForm(form: ImageFormDto): ImageForm {
  const { source, work } = form
  return {
    tool: form.tool,
    prompt: form.prompt,
    helpsPrompt: form.helpsPrompt,
    negativePrompt: form.negativePrompt,
    size: form.size ?? freshForm.size,
    style: form.style,
    quality: form.quality,
    count: Math.max(1, form.count),
    strength: form.strength === null ? freshForm.strength : Math.round(form.strength * 100),
    mode: modes[form.operation] ?? freshForm.mode,
    factor: upscaleFactors.find((factor) => factor === form.factor) ?? freshForm.factor,
    isPlain: false,
    picture: source?.urls
      ? { fileId: source.fileId, width: source.width, height: source.height, cardUrl: source.urls.card }
      : null,
    mask: null,
    work: work && { creationId: work.creationId, role: work.role, place: work.place },
  }
}
