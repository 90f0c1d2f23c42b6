import type { ImageCreationDto, ImageFormDto } from '@mozhou/contracts/images/answers'
import { freshForm } from '../form/image-form.ts'
import { chosenImageModelId } from '../form/image-model-picker.tsx'
import { useImageCost } from '../form/use-image-cost.ts'
import { shapeAsked } from '../form/shape-asked.ts'
import type { ImageStudioContext } from '../studio-context.ts'

interface Again {
  context: ImageStudioContext
  work: ImageCreationDto
  form: ImageFormDto
  /** Whose form it is; null for what was asked for last, whatever became of it. */
  versionId: string | null
}

/** The same form again, as a new version. */
export function useAgain(again: () => Again) {
  const cost = useImageCost()
  const asked = () => {
    const { tool, quality, count } = again().form
    return { ...freshForm, tool, quality, count }
  }
  return {
    cost: () => cost.words(asked()),
    press() {
      const { context, work, versionId } = again()
      if (context.isMaking()) return
      const creationId = work.creation.id
      const input = { creationId, versionId, modelId: chosenImageModelId(), mostCredits: cost.most(asked()) }
      const { count, source, size } = again().form
      context.start.press({ kind: 'regenerate', input, tiles: { count, shape: shapeAsked(source, size) } })
    },
  }
}
