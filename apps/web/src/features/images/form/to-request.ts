import type {
  EditImageInput,
  EnlargeImageInput,
  GenerateImageInput,
  UpscaleImageInput,
  VaryImageInput,
} from '@mozhou/contracts/images/inputs'
import type { ImageForm } from './image-form.ts'
import type { Tiles } from './shape-asked.ts'
import { askedFields, picturesAsked } from './image-form.ts'

/** As it is sent: a picture is named by the id of its file. */
type Sent<Input, Pictures extends string> = Omit<Input, Pictures | 'requestKey'> & {
  [Name in Pictures & keyof Input]: string | Extract<Input[Name], null | undefined>
}

/** Everything that begins a run or makes a picture, as one union: only one may be under way per studio. */
export type ImageRequest =
  | { kind: 'generate'; input: Sent<GenerateImageInput, 'reference'> }
  | { kind: 'variation'; input: Sent<VaryImageInput, 'image'> }
  | { kind: 'edit'; input: Sent<EditImageInput, 'image' | 'mask'>; mask: Blob | null }
  | { kind: 'upscale'; input: Sent<UpscaleImageInput, 'image'> }
  | { kind: 'enlarge'; input: Sent<EnlargeImageInput, 'image'> }
  | {
      kind: 'regenerate'
      input: { creationId: string; versionId: string | null; modelId: string | null; mostCredits: number }
      tiles: Tiles
    }

/** Of a form that nothing is missing from, for no more than the button says. */
export function toRequest(form: ImageForm, modelId: string | null, mostCredits: number): ImageRequest {
  const asked = askedFields(form)
  const strength = asked.has('strength') ? { strength: form.strength / 100 } : {}
  const words = {
    prompt: asked.has('prompt') ? form.prompt.trim() : '',
    negativePrompt: asked.has('negativePrompt') ? form.negativePrompt.trim() : '',
    style: asked.has('style') ? form.style : 'none',
    count: picturesAsked(form),
    modelId,
    mostCredits,
    ...strength,
  } as const
  const image = form.picture?.fileId ?? ''
  switch (form.tool) {
    case 'text-to-image':
      return {
        kind: 'generate',
        input: {
          ...words,
          helpsPrompt: form.helpsPrompt,
          work: form.work && { ...form.work, place: form.work.place ?? undefined },
          size: form.size,
          quality: form.quality,
          reference: form.picture?.fileId ?? null,
        },
      }
    case 'image-variation':
      return { kind: 'variation', input: { ...words, image } }
    case 'image-edit':
      return {
        kind: 'edit',
        input: { ...words, image, mode: form.mode, mask: null },
        mask: asked.has('mask') ? (form.mask?.png ?? null) : null,
      }
    case 'image-upscale':
      break
  }
  return form.isPlain
    ? { kind: 'enlarge', input: { image, factor: form.factor } }
    : { kind: 'upscale', input: { image, factor: form.factor, modelId, mostCredits } }
}
