import type { BulkResultDto } from '@mozhou/contracts/creation-library'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { creationsKey } from './queries.ts'

/** Into the trash, out of it, and a copy; each says what came of it. */
export function useLibraryActions() {
  const { t, number, error, shownError } = useI18n()
  const queryClient = useQueryClient()
  const afterwards = {
    onError: (cause: unknown) => toastError({ title: error(cause) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: creationsKey }),
  }
  const tellRefused = ({ refused }: BulkResultDto) => {
    const [first] = refused
    if (!first) return
    const description = shownError({ code: first.code, params: {}, requestId: null, fields: [] })
    toastError({ title: t('library.refused', number(refused.length)), description })
  }
  const undelete = useMutation(() => ({
    mutationFn: (creationIds: string[]) => api.creations.undeleteMany.mutate({ creationIds }),
    onSuccess: (result) => {
      if (result.changedIds.length > 0) toastSuccess({ title: t('library.restored', number(result.changedIds.length)) })
      tellRefused(result)
    },
    ...afterwards,
  }))
  const remove = useMutation(() => ({
    mutationFn: (creationIds: string[]) => api.creations.removeMany.mutate({ creationIds }),
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
  const duplicate = useMutation(() => ({
    mutationFn: (creationId: string) => api.creations.duplicate.mutate({ creationId }),
    onSuccess: () => toastSuccess({ title: t('library.duplicated') }),
    ...afterwards,
  }))
  return { remove, undelete, duplicate }
}
