import type {
  EditImageInput,
  GenerateImageInput,
  UpscaleImageInput,
  VaryImageInput,
} from '@mozhou/contracts/images/inputs'
import type { GenerationsContext } from '../generations/fulfilment.ts'
import type { RequestedGeneration } from '../generations/request-generation.ts'

type Own<Input> = Input & { userId: string }

export function generateImage(_ctx: GenerationsContext, _input: Own<GenerateImageInput>): Promise<RequestedGeneration> {
  return Promise.reject(new Error('not made yet'))
}
export function varyImage(_ctx: GenerationsContext, _input: Own<VaryImageInput>): Promise<RequestedGeneration> {
  return Promise.reject(new Error('not made yet'))
}
export function editImage(_ctx: GenerationsContext, _input: Own<EditImageInput>): Promise<RequestedGeneration> {
  return Promise.reject(new Error('not made yet'))
}
export function upscaleImage(_ctx: GenerationsContext, _input: Own<UpscaleImageInput>): Promise<RequestedGeneration> {
  return Promise.reject(new Error('not made yet'))
}
