import type { ImageCreationDto, ImageVersionDto } from '@mozhou/contracts/images/answers'
import { chosenImageModelId } from '../form/image-model-picker.tsx'
import { freshForm } from '../form/image-form.ts'
import { useImageCost } from '../form/use-image-cost.ts'
import type { ImageStudioContext } from '../studio-context.ts'

interface Again {
  context: ImageStudioContext
  work: ImageCreationDto
  shown: ImageVersionDto | null
}

/** The same form again, as a new version. */
export function useAgain(again: () => Again) {
  const cost = useImageCost()
  return {
    cost() {
      const { shown } = again()
      if (!shown) return ''
      const { tool, quality, count } = shown.form
      return cost.words({ ...freshForm, tool, quality, count })
    },
    press() {
      const { context, work, shown } = again()
      if (!shown || context.isMaking()) return
      context.start.press({
        kind: 'regenerate',
        input: { creationId: work.creation.id, versionId: shown.id, modelId: chosenImageModelId() },
      })
    },
  }
}
