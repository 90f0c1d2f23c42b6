import type { FileDto } from '@mozhou/contracts/files/answers'
import type { DownloadFormat, DownloadSize } from '@mozhou/contracts/files/kinds'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { filesKey } from './queries.ts'
import { useI18n } from './words.ts'

export interface FileToTake {
  file: FileDto
  /** Left out, it is taken as it is. */
  wish?: { format?: DownloadFormat; size: DownloadSize }
}

/** Into the trash and out of it, for good, and to the disk; each says what came of it. */
export function useFileActions() {
  const { t, number, error } = useI18n()
  const client = useQueryClient()
  const afterwards = {
    onError: (cause: Error) => toastError({ title: error(cause) }),
    onSettled: () => client.invalidateQueries({ queryKey: filesKey }),
  }
  const restore = useMutation(() => ({
    mutationFn: (file: FileDto) => api.files.restore.mutate({ fileIds: [file.id] }),
    onSuccess: () => toastSuccess({ title: t('files.restored') }),
    ...afterwards,
  }))
  const remove = useMutation(() => ({
    mutationFn: (file: FileDto) => api.files.remove.mutate({ fileIds: [file.id] }),
    onSuccess: (_, file) =>
      toastSuccess({
        title: t('files.removed', file.name),
        action: { label: t('files.undo'), onClick: () => restore.mutate(file) },
      }),
    ...afterwards,
  }))
  const empty = useMutation(() => ({
    mutationFn: () => api.files.emptyTrash.mutate(),
    onSuccess: ({ files }) => toastSuccess({ title: t('files.emptied', number(files)) }),
    ...afterwards,
  }))
  const download = useMutation(() => ({
    mutationFn: ({ file, wish }: FileToTake) => api.files.link.mutate({ fileId: file.id, use: 'download', ...wish }),
    // The answer's own header says that it is to be saved, and under which name.
    onSuccess: ({ url }) => window.location.assign(url),
    onError: afterwards.onError,
  }))
  return { restore, remove, empty, download }
}
