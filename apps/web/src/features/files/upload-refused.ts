import type { ShownError } from '@mozhou/ui/api/wire-error'

/** Why a file was not taken. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused'
  readonly shown: ShownError

  constructor(shown: ShownError) {
    super(shown.code)
    this.shown = shown
  }
}
