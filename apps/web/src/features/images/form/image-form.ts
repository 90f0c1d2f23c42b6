import type { AttachmentRole, EditMode, ImageSizeKey, ImageStyle, UpscaleFactor } from '@mozhou/contracts/images/kinds'
import type { ImageToolKey } from '@mozhou/contracts/image-tools/registry'
import type { ImageQuality } from '@mozhou/contracts/models/image-kinds'
import type { ChosenPicture } from '../chosen-picture.ts'

export interface ChosenMask {
  png: Blob
  /** Of the picture, from 0 to 1. */
  share: number
}

/** The place of a work that the pictures are for. */
export interface ChosenWork {
  creationId: string
  role: AttachmentRole
  /** Null for the cover. */
  place: number | null
}

/** The form of all four tools as one: what is said for one of them stays when another is tried. */
export interface ImageForm {
  tool: ImageToolKey
  prompt: string
  helpsPrompt: boolean
  negativePrompt: string
  size: ImageSizeKey
  style: ImageStyle
  quality: ImageQuality
  count: number
  /** Percent. */
  strength: number
  mode: EditMode
  factor: UpscaleFactor
  /** Enlarged pixel by pixel, by no model. */
  isPlain: boolean
  picture: ChosenPicture | null
  mask: ChosenMask | null
  work: ChosenWork | null
}

export type ImageField = Exclude<keyof ImageForm, 'tool'>

export const freshForm: ImageForm = {
  tool: 'text-to-image',
  prompt: '',
  helpsPrompt: false,
  negativePrompt: '',
  size: 'square',
  style: 'none',
  quality: 'standard',
  count: 1,
  strength: 50,
  mode: 'inpaint',
  factor: 2,
  isPlain: false,
  picture: null,
  mask: null,
  work: null,
}

/** What a tool asks for as the form stands. Whatever else was filled in is left alone and not sent. */
export function askedFields(form: Pick<ImageForm, 'tool' | 'mode' | 'picture'>): ReadonlySet<ImageField> {
  return new Set(fieldsOf(form))
}

function fieldsOf({ tool, mode, picture }: Pick<ImageForm, 'tool' | 'mode' | 'picture'>): readonly ImageField[] {
  switch (tool) {
    case 'text-to-image': {
      const words = ['prompt', 'helpsPrompt', 'work', 'picture', 'style', 'quality', 'count', 'negativePrompt'] as const
      // With a picture to go by the size is its own.
      return picture ? [...words, 'strength'] : [...words, 'size']
    }
    case 'image-variation':
      return ['picture', 'prompt', 'style', 'strength', 'count', 'negativePrompt']
    case 'image-edit':
      return ['picture', 'mode', ...editFields[mode]]
    case 'image-upscale':
      break
  }
  return ['picture', 'factor', 'isPlain']
}

const editFields: Readonly<Record<EditMode, readonly ImageField[]>> = {
  inpaint: ['mask', 'prompt', 'count', 'negativePrompt'],
  restyle: ['prompt', 'style', 'strength', 'count', 'negativePrompt'],
  replace_background: ['prompt', 'count', 'negativePrompt'],
  remove_background: [],
}

/** What still has to be filled in, by the API's own rules. */
export function missingFields(form: ImageForm): readonly ImageField[] {
  const asked = askedFields(form)
  const missing: ImageField[] = []
  if (form.tool !== 'text-to-image' && !form.picture) missing.push('picture')
  if (asked.has('mask') && !form.mask) missing.push('mask')
  if (needsPrompt(form) && form.prompt.trim() === '') missing.push('prompt')
  return missing
}

export function needsPrompt({ tool, mode, style, work }: ImageForm): boolean {
  if (tool === 'text-to-image') return work === null
  if (tool !== 'image-edit') return false
  return mode === 'replace_background' || (mode === 'restyle' && style === 'none')
}

/** Pictures that a press asks for. */
export function picturesAsked(form: Pick<ImageForm, 'tool' | 'mode' | 'picture' | 'count'>): number {
  return askedFields(form).has('count') ? form.count : 1
}

/** Another picture is another mask. */
export function withPicture(form: ImageForm, picture: ChosenPicture | null): ImageForm {
  return { ...form, picture, mask: picture?.fileId === form.picture?.fileId ? form.mask : null }
}
