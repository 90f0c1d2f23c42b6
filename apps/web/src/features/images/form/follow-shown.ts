import type { Accessor } from 'solid-js'
import { createEffect, createMemo, on } from 'solid-js'
import type { ChosenPicture } from '../chosen-picture.ts'
import type { ImageFormState } from './form-state.ts'

/**
 * What a press would change is what one looks at: whenever another picture is shown, a form that works on one takes it. Another may be chosen
 * until then. Of a form for new pictures it is no reference by itself.
 */
export function followShown(form: ImageFormState, shown: Accessor<ChosenPicture | null>): void {
  const isOfWords = createMemo(() => form.values().tool === 'text-to-image')
  const fileId = createMemo(() => shown()?.fileId ?? null)
  let followed: string | null = null
  createEffect(
    on([isOfWords, fileId], ([ofWords]) => {
      const picture = shown()
      if (ofWords) {
        if (followed !== null && form.values().picture?.fileId === followed) form.choosePicture(null)
        followed = null
      } else if (picture) {
        followed = picture.fileId
        form.choosePicture(picture)
      }
    }),
  )
}
