import type { VersionDto } from '@mozhou/contracts/creations/answers'
import type { ToolResult } from '@mozhou/contracts/results/section'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { creationsKey } from '../works/queries.ts'

interface Edit {
  baseVersionId: string
  result: ToolResult
}

/** Stores changed fields as a new version on top of the one they were made from. */
export function useSaveEdit(creationId: () => string, onSaved: (version: VersionDto) => void) {
  const client = useQueryClient()
  const mutation = useMutation(() => ({
    mutationFn: (edit: Edit): Promise<VersionDto> => api.creations.update.mutate({ creationId: creationId(), ...edit }),
    onSuccess: async (version) => {
      await client.invalidateQueries({ queryKey: creationsKey })
      onSaved(version)
    },
    // Another version has come, and the rest of the page should know it too.
    onError: async (cause) => {
      if (toShownError(cause).code === 'CREATION_CONFLICT') await client.invalidateQueries({ queryKey: creationsKey })
    },
  }))
  const shown = () => (mutation.error ? toShownError(mutation.error) : null)
  return {
    press: (edit: Edit) => mutation.mutate(edit),
    isPending: () => mutation.isPending,
    /** The version that came in between, when there is one. */
    conflict: () => {
      const id = shown()?.code === 'CREATION_CONFLICT' ? shown()?.params['currentVersionId'] : undefined
      return typeof id === 'string' ? id : null
    },
    refusal: () => (shown()?.code === 'CREATION_CONFLICT' ? null : mutation.error),
    clear: () => mutation.reset(),
  }
}
