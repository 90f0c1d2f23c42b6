import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import type { OptimiseGoal } from '@mozhou/contracts/writing/optimise-goals'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import { createRequestKeys } from '@mozhou/ui/api/request-key'
import type { ToolValues } from '@mozhou/ui/forms/tool-draft'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { creationsKey } from '../works/queries.ts'
import { useCost } from '../works/use-cost.ts'
import { creditsKey } from '../../session/queries.ts'

/** Everything that starts a generation, as one union: only one may be under way per studio. */
export type StartRequest =
  | { kind: 'generate'; tool: ToolKey; input: ToolValues; modelId: string | null }
  | { kind: 'regenerate'; creationId: string; input: ToolValues | null; modelId: string | null }
  | {
      kind: 'optimise'
      creationId: string
      goal: OptimiseGoal
      instruction: string | null
      modelId: string | null
    }
  | { kind: 'continue'; creationId: string }

interface Press {
  request: StartRequest
  /** What the button said. */
  mostCredits: number
}

/** The mutation behind all start buttons; a press whose answer got lost keeps its request key. */
export function useStartGeneration(onStarted: (started: GenerationStartedDto, request: StartRequest) => void) {
  const client = useQueryClient()
  const keys = createRequestKeys()
  const cost = useCost()
  // The mutation's own state changes a moment after the press; two presses can fit into that moment.
  let isBusy = false
  const mutation = useMutation(() => ({
    mutationFn: (press: Press) => send(press, keys.keyFor(press.request)),
    onSuccess: (started, { request }) => {
      keys.answered()
      onStarted(started, request)
      void client.invalidateQueries({ queryKey: creditsKey })
      void client.invalidateQueries({ queryKey: creationsKey })
    },
    onError: (error) => {
      keys.failed(error)
      cost.readAfter(error)
    },
    onSettled: () => {
      isBusy = false
    },
  }))
  return {
    /** Does nothing while an earlier press is still waiting for its answer. */
    press(request: StartRequest, options: { onSuccess?: () => void; onError?: (error: Error) => void } = {}): void {
      if (isBusy) return
      isBusy = true
      mutation.mutate({ request, mostCredits: cost.most() }, options)
    },
    isPending: (kind?: StartRequest['kind']) =>
      mutation.isPending && (kind === undefined || mutation.variables?.request.kind === kind),
    /** Why the last press of this kind was refused, if it was. */
    refusal: (kind: StartRequest['kind']): Error | null =>
      mutation.variables?.request.kind === kind ? mutation.error : null,
    reset: () => mutation.reset(),
  }
}

function send({ request, mostCredits }: Press, requestKey: string): Promise<GenerationStartedDto> {
  switch (request.kind) {
    case 'generate': {
      const { kind: _, ...input } = request
      return api.writing.generate.mutate({ ...input, mostCredits, requestKey })
    }
    case 'regenerate': {
      const { kind: _, ...input } = request
      return api.writing.regenerate.mutate({ ...input, mostCredits, requestKey })
    }
    case 'optimise': {
      const { kind: _, ...input } = request
      return api.writing.optimise.mutate({ ...input, mostCredits, requestKey })
    }
    case 'continue':
      break
  }
  return api.writing.continue.mutate({ creationId: request.creationId, requestKey })
}
