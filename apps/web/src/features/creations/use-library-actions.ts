import type { BulkResultDto } from '@mozhou/contracts/creations/answers'
import { createRequestKeys } from '@mozhou/ui/api/request-key'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { inChunks } from './in-chunks.ts'
import { creationsKey } from '../works/queries.ts'

interface Afterwards {
  onError: (cause: Error) => void
  onSettled: () => Promise<void>
}

/** Into the trash, out of it, and a copy; each says what came of it. */
export function useLibraryActions() {
  const { t, number, error, shownError } = useI18n()
  const queryClient = useQueryClient()
  const afterwards: Afterwards = {
    onError: (cause) => toastError({ title: error(cause) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: creationsKey }),
  }
  const tellRefused = ({ refused }: BulkResultDto) => {
    const [first] = refused
    if (!first) return
    const description = shownError({ code: first.code, params: {}, requestId: null, fields: [] })
    toastError({ title: t('library.refused', number(refused.length)), description })
  }
  const undelete = useMutation(() => ({
    mutationFn: (all: string[]) => inChunks(all, (creationIds) => api.creations.undeleteMany.mutate({ creationIds })),
    onSuccess: (result) => {
      if (result.changedIds.length > 0) toastSuccess({ title: t('library.restored', number(result.changedIds.length)) })
      tellRefused(result)
    },
    ...afterwards,
  }))
  const remove = useMutation(() => ({
    mutationFn: (all: string[]) => inChunks(all, (creationIds) => api.creations.removeMany.mutate({ creationIds })),
    onSuccess: (result) => {
      const { changedIds } = result
      if (changedIds.length > 0)
        toastSuccess({
          title: t('library.removed', number(changedIds.length)),
          action: { label: t('library.undo'), onClick: () => undelete.mutate(changedIds) },
        })
      tellRefused(result)
    },
    ...afterwards,
  }))
  return { remove, undelete, duplicate: useDuplicate(afterwards) }
}

/** Makes copies; a press whose answer got lost keeps its request key, for each work apart. */
function useDuplicate({ onError, onSettled }: Afterwards) {
  const { t } = useI18n()
  const keysByWork = new Map<string, ReturnType<typeof createRequestKeys>>()
  const underWay = new Set<string>()
  const keysOf = (creationId: string) => {
    const keys = keysByWork.get(creationId) ?? createRequestKeys()
    keysByWork.set(creationId, keys)
    return keys
  }
  const mutation = useMutation(() => ({
    mutationFn: (creationId: string) =>
      api.creations.duplicate.mutate({ creationId, requestKey: keysOf(creationId).keyFor(creationId) }),
    onSuccess: (_, creationId) => {
      keysOf(creationId).answered()
      toastSuccess({ title: t('library.duplicated') })
    },
    onError: (cause, creationId) => {
      keysOf(creationId).failed(cause)
      onError(cause)
    },
    onSettled: (_, _error, creationId) => {
      underWay.delete(creationId)
      return onSettled()
    },
  }))
  return {
    /** Does nothing while an earlier press on the same work still waits for its answer. */
    press(creationId: string): void {
      if (underWay.has(creationId)) return
      underWay.add(creationId)
      mutation.mutate(creationId)
    },
  }
}
