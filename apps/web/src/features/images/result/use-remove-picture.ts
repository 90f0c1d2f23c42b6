import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../../api.ts'
import { filesKey } from '../../files/queries.ts'
import { creationsKey } from '../../works/queries.ts'
import { useI18n } from '../words.ts'

/** One picture into the trash, the others of its version stay; out of it again for as long as the message is there, and from the files later. */
export function useRemovePicture() {
  const { t, error } = useI18n()
  const client = useQueryClient()
  const afterwards = {
    onError: (cause: Error) => toastError({ title: error(cause) }),
    onSettled: () =>
      Promise.all([filesKey, creationsKey].map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] }))),
  }
  const restore = useMutation(() => ({
    mutationFn: (fileId: string) => api.files.restore.mutate({ fileIds: [fileId] }),
    onSuccess: () => toastSuccess({ title: t('images.result.restored') }),
    ...afterwards,
  }))
  return useMutation(() => ({
    mutationFn: (fileId: string) => api.files.remove.mutate({ fileIds: [fileId] }),
    onSuccess: (_, fileId) =>
      toastSuccess({
        title: t('images.result.removed'),
        action: { label: t('images.result.undo'), onClick: () => restore.mutate(fileId) },
      }),
    ...afterwards,
  }))
}
