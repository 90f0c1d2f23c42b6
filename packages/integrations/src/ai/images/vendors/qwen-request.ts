import type { ImageRequest } from '../port.ts'
import { asInstruction, dataUrl } from '../words.ts'
import { interfaceOf } from '@mozhou/contracts/models/image-limits/qwen'

interface QwenCall {
  path: string
  isAsync: boolean
  body: Record<string, unknown>
}

const sizeText = ({ width, height }: { width: number; height: number }) => `${width}*${height}`
const withSeed = (request: ImageRequest) =>
  request.operation === 'generate' && request.seed !== undefined ? { seed: request.seed } : {}
const negative = (request: ImageRequest) =>
  'negativePrompt' in request && request.negativePrompt ? { negative_prompt: request.negativePrompt } : {}

function synthesis(model: string, request: Extract<ImageRequest, { operation: 'generate' }>): QwenCall {
  return {
    path: '/services/aigc/text2image/image-synthesis',
    isAsync: true,
    body: {
      model,
      input: { prompt: request.prompt, ...negative(request) },
      parameters: { size: sizeText(request.size), n: request.count, watermark: false, ...withSeed(request) },
    },
  }
}

type Reworking = Exclude<ImageRequest, { operation: 'generate' }>

/** The functions of wanx2.1-imageedit by operation: help.aliyun.com, wanx-image-edit (read 2026-02). */
function functionOf(request: Reworking): { input: Record<string, unknown>; parameters?: Record<string, unknown> } {
  switch (request.operation) {
    case 'upscale':
      return {
        input: { function: 'super_resolution', prompt: '图像超分。' },
        parameters: { upscale_factor: request.factor },
      }
    case 'edit':
      return {
        input: {
          function: 'description_edit_with_mask',
          prompt: request.prompt,
          // White is made anew here too.
          mask_image_url: dataUrl(request.mask),
        },
      }
    case 'restyle':
      return {
        input: { function: 'stylization_all', prompt: request.prompt },
        parameters: { strength: request.strength ?? 0.5 },
      }
    case 'variation':
      return {
        input: { function: 'description_edit', prompt: asInstruction(request) },
        parameters: { strength: request.strength ?? 0.5 },
      }
    case 'remove_background':
    case 'replace_background':
      return { input: { function: 'description_edit', prompt: asInstruction(request) } }
  }
}

function imageEdit(model: string, request: Reworking): QwenCall {
  const { input, parameters } = functionOf(request)
  return {
    path: '/services/aigc/image2image/image-synthesis',
    isAsync: true,
    body: {
      model,
      input: { ...input, base_image_url: dataUrl(request.source) },
      parameters: { ...parameters, n: request.count, watermark: false },
    },
  }
}

function messages(model: string, request: Exclude<ImageRequest, { operation: 'upscale' }>): QwenCall {
  const isNew = request.operation === 'generate'
  const text = { text: isNew ? request.prompt : asInstruction(request) }
  return {
    path: '/services/aigc/multimodal-generation/generation',
    isAsync: false,
    body: {
      model,
      input: {
        messages: [{ role: 'user', content: isNew ? [text] : [{ image: dataUrl(request.source) }, text] }],
      },
      parameters: {
        n: request.count,
        watermark: false,
        ...(isNew && { size: sizeText(request.size) }),
        ...(isNew && negative(request)),
        ...withSeed(request),
      },
    },
  }
}

/** What is sent for a request that the abilities of this model allow. */
export function qwenCall(model: string, request: ImageRequest): QwenCall {
  const kind = interfaceOf(model)
  if (request.operation === 'generate')
    return kind === 'synthesis' ? synthesis(model, request) : messages(model, request)
  return request.operation === 'upscale' || kind === 'imageedit' ? imageEdit(model, request) : messages(model, request)
}
