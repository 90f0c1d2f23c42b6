import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import type { Accessor } from 'solid-js'
import type { ImageFormState } from './form/form-state.ts'
import type { ChosenPicture } from './chosen-picture.ts'
import type { ImageForm } from './form/image-form.ts'
import type { Tiles } from './form/shape-asked.ts'
import type { StartImage } from './use-start-image.ts'

/** A run this page started, known before the work is read again. */
export interface StartedHere extends GenerationStartedDto {
  /** Milliseconds since the epoch, this device's clock. */
  startedAt: number
  /** What was asked for. */
  tiles: Tiles
}

/** What form and result of one studio share. */
export interface ImageStudioContext {
  form: ImageFormState
  start: StartImage
  started: Accessor<StartedHere | null>
  setStarted: (started: StartedHere | null) => void
  /** Something is being made: a second press would pay for a second set. */
  isMaking: Accessor<boolean>
  setIsMaking: (isMaking: boolean) => void
  /** What one looks at now. */
  setShown: (picture: ChosenPicture | null) => void
  /** Into the trash, and away from it. */
  removeWork: (creationId: string) => void
  /** Takes a picture into the form, for this tool. */
  workOn: (picture: ChosenPicture, change: Partial<Omit<ImageForm, 'picture'>>) => void
}
