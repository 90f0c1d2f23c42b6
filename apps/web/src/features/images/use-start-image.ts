import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import type { ImageEnlargedDto } from '@mozhou/contracts/images/answers'
import { createRequestKeys } from '@mozhou/ui/api/request-key'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { creditsKey, me } from '../../session/queries.ts'
import { creationsKey } from '../works/queries.ts'
import type { ImageRequest } from './form/to-request.ts'
import { sendMask } from './mask/send-mask.ts'
import { imageTools } from './queries.ts'

/** A run that has begun, or a picture that is there already. */
export type ImageStart =
  | { kind: 'run'; started: GenerationStartedDto }
  | { kind: 'enlarged'; enlarged: ImageEnlargedDto }

export type StartImage = ReturnType<typeof useStartImage>

/** The mutation behind all start buttons; a press whose answer got lost keeps its request key. */
export function useStartImage(onStarted: (start: ImageStart, request: ImageRequest) => void) {
  const client = useQueryClient()
  const keys = createRequestKeys()
  // The mutation's own state changes a moment after the press; two presses can fit into that moment.
  let isBusy = false
  const mutation = useMutation(() => ({
    mutationFn: async (request: ImageRequest) => {
      const ready = await withMask(request)
      // What it may cost is no part of what is asked for: a press whose answer got lost is the same press at another price.
      return send(ready, keys.keyFor({ ...ready, input: { ...ready.input, mostCredits: null } }))
    },
    onSuccess: (start, request) => {
      keys.answered()
      onStarted(start, request)
      void client.invalidateQueries({ queryKey: creditsKey })
      void client.invalidateQueries({ queryKey: creationsKey })
    },
    onError: (error) => {
      keys.failed(error)
      if (toShownError(error).code !== 'PRICE_CHANGED') return
      for (const { queryKey } of [imageTools(), me()]) void client.invalidateQueries({ queryKey })
    },
    onSettled: () => {
      isBusy = false
    },
  }))
  return {
    /** Does nothing while an earlier press is still waiting for its answer. */
    press(request: ImageRequest, options: { onError?: (error: Error) => void } = {}): void {
      if (isBusy) return
      isBusy = true
      mutation.mutate(request, options)
    },
    isPending: (kind?: ImageRequest['kind']) =>
      mutation.isPending && (kind === undefined || mutation.variables?.kind === kind),
    /** Why the last press was refused: of the form, or of the button beside the pictures. */
    refusal: (from: 'form' | 'result'): Error | null => {
      const isResult = mutation.variables?.kind === 'regenerate'
      return isResult === (from === 'result') ? mutation.error : null
    },
    reset: () => mutation.reset(),
  }
}

/** One that was sent along before keeps its id, so that the repeat of a press is the same request. */
const sentMasks = new WeakMap<Blob, string>()

async function withMask(request: ImageRequest): Promise<ImageRequest> {
  if (request.kind !== 'edit' || request.mask === null) return request
  const known = sentMasks.get(request.mask)
  const fileId = known ?? (await sendMask(request.mask)).fileId
  sentMasks.set(request.mask, fileId)
  return { ...request, mask: null, input: { ...request.input, mask: fileId } }
}

async function send(request: ImageRequest, requestKey: string): Promise<ImageStart> {
  switch (request.kind) {
    case 'generate':
      return run(api.images.generate.mutate({ ...request.input, requestKey }))
    case 'variation':
      return run(api.images.variation.mutate({ ...request.input, requestKey }))
    case 'edit':
      return run(api.images.edit.mutate({ ...request.input, requestKey }))
    case 'upscale':
      return run(api.images.upscale.mutate({ ...request.input, requestKey }))
    case 'regenerate':
      return run(api.images.regenerate.mutate({ ...request.input, requestKey }))
    case 'enlarge':
      break
  }
  return { kind: 'enlarged', enlarged: await api.images.enlarge.mutate({ ...request.input, requestKey }) }
}

async function run(answer: Promise<GenerationStartedDto>): Promise<ImageStart> {
  return { kind: 'run', started: await answer }
}
