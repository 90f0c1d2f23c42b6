import { formatId } from '@mozhou/contracts/ids'
import type { ImageAbilities } from '@mozhou/contracts/models/image-abilities'
import type { ImageRequest, Picture } from '@mozhou/integrations/ai/images/port'
import { AttemptFailure } from '../models/attempt-failure.ts'
import { formatOf, modelSize, wordsFor } from './image-wish.ts'
import { promptOfRun } from './load-image-run.ts'
import type { ImageRun } from './load-image-run.ts'

export interface GivenPictures {
  source: Picture | null
  mask: Picture | null
}

const unfit = (field: string) =>
  new AttemptFailure('invalid_request', { vendorCode: `${field}:missing`, mayRetrySame: false })

function present<Value>(value: Value | null | undefined, field: string): Value {
  if (value === null || value === undefined) throw unfit(field)
  return value
}

/** One call, as a run asks it of a model. The same run asks the same model the same. */
export function imageRequestOf(
  abilities: ImageAbilities,
  run: Pick<ImageRun, 'form' | 'helpedPrompt' | 'userId'>,
  { source, mask }: GivenPictures,
  count: number,
): ImageRequest {
  const { form } = run
  const { prompt, negativePrompt } = wordsFor(abilities, form, promptOfRun(run))
  const words = { prompt, ...(negativePrompt !== '' && { negativePrompt }) }
  const common = { count, format: formatOf(abilities), endUserKey: formatId('user', run.userId) }
  const strength = form.strength === null ? {} : { strength: form.strength }
  switch (form.operation) {
    case 'generate': {
      const size = present(modelSize(abilities, form), 'size')
      return { ...common, ...words, operation: 'generate', size, quality: form.quality }
    }
    case 'variation':
    case 'restyle':
      return { ...common, ...words, ...strength, operation: form.operation, source: present(source, 'source') }
    case 'edit':
      return {
        ...common,
        ...words,
        operation: 'edit',
        source: present(source, 'source'),
        mask: present(mask, 'mask'),
      }
    case 'replace_background':
      return { ...common, ...words, operation: 'replace_background', source: present(source, 'source') }
    case 'remove_background':
      return { ...common, operation: 'remove_background', source: present(source, 'source') }
    case 'upscale':
      return {
        ...common,
        operation: 'upscale',
        source: present(source, 'source'),
        factor: present(form.factor, 'factor'),
      }
  }
}
