import { nearestRatio } from '@mozhou/contracts/models/image-abilities'
import type { ImageRequest, Picture } from '../port.ts'
import { stabilityRatios } from '@mozhou/contracts/models/image-limits/stability'

interface StabilityCall {
  path: string
  form: FormData
  isAsync: boolean
}

type Field = string | number | undefined

function formOf(fields: Record<string, Field>, pictures: Record<string, Picture> = {}): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined && value !== '') form.set(name, String(value))
  for (const [name, { bytes, type }] of Object.entries(pictures))
    form.set(name, new Blob([new Uint8Array(bytes)], { type }), `${name}.${type.replace('image/', '')}`)
  return form
}

const root = '/v2beta/stable-image'

function words(request: ImageRequest): Record<string, Field> {
  if (!('prompt' in request)) return {}
  return { prompt: request.prompt.trim(), negative_prompt: request.negativePrompt }
}

/** sd3.5-large and its kin share an endpoint and are named in the form; core and ultra are endpoints. */
const isDiffusion = (model: string) => model.startsWith('sd3')
const endpointOf = (model: string) => `${root}/generate/${isDiffusion(model) ? 'sd3' : model}`
const modelField = (model: string) => (isDiffusion(model) ? { model } : {})

const unguided = 'another version of this picture'

/** The dedicated endpoint of an operation; only new pictures and variations depend on the model. */
export function stabilityCall(model: string, request: ImageRequest): StabilityCall {
  const common = { ...words(request), output_format: request.format.replace('image/', '') }
  const call = (path: string, form: FormData, isAsync = false): StabilityCall => ({ path, form, isAsync })
  switch (request.operation) {
    case 'generate':
      return call(
        endpointOf(model),
        formOf({
          ...common,
          ...modelField(model),
          aspect_ratio: nearestRatio(stabilityRatios, request.size) ?? undefined,
          seed: request.seed,
        }),
      )
    case 'variation':
      return call(
        endpointOf(model),
        formOf(
          {
            ...common,
            prompt: request.prompt.trim() || unguided,
            ...modelField(model),
            ...(isDiffusion(model) && { mode: 'image-to-image' }),
            strength: request.strength ?? 0.6,
          },
          { image: request.source },
        ),
      )
    case 'edit': {
      // Without words, what is marked is taken away.
      const path = request.prompt.trim() ? 'inpaint' : 'erase'
      return call(`${root}/edit/${path}`, formOf(common, { image: request.source, mask: request.mask }))
    }
    case 'restyle':
      // Keeps what is where, and paints it as the words say.
      return call(
        `${root}/control/structure`,
        formOf({ ...common, control_strength: 1 - (request.strength ?? 0.5) }, { image: request.source }),
      )
    case 'remove_background':
      return call(`${root}/edit/remove-background`, formOf(common, { image: request.source }))
    case 'replace_background': {
      const { prompt, ...others } = common as Record<string, Field>
      const fields = { ...others, background_prompt: prompt }
      return call(
        `${root}/edit/replace-background-and-relight`,
        formOf(fields, { subject_image: request.source }),
        true,
      )
    }
    case 'upscale':
      return call(`${root}/upscale/fast`, formOf(common, { image: request.source }))
  }
}
