import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useNavigate } from '@tanstack/solid-router'
import { api } from '../../../api.ts'
import { attachmentsOf } from '../queries.ts'
import { useI18n } from '../words.ts'
import type { WorkPlace } from './work-place-dialog.tsx'
import { WorkPlaceDialog } from './work-place-dialog.tsx'

/** Puts a picture that is there into a work. */
export function UseInWork(props: { isOpen: boolean; fileId: string; onClose: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const navigate = useNavigate()
  const attach = useMutation(() => ({
    mutationFn: ({ creationId, part: { role, place } }: WorkPlace) =>
      api.images.attach.mutate({ creationId, fileId: props.fileId, role, ...(place !== null && { place }) }),
    onSuccess: (_, { creationId }) => {
      void client.invalidateQueries({ queryKey: attachmentsOf(creationId).queryKey })
      toastSuccess({
        title: t('images.result.used'),
        action: {
          label: t('library.open'),
          onClick: () => void navigate({ to: '/creations/$creationId', params: { creationId } }),
        },
      })
      props.onClose()
    },
  }))
  return (
    <WorkPlaceDialog
      isOpen={props.isOpen}
      onClose={() => {
        attach.reset()
        props.onClose()
      }}
      isPending={attach.isPending}
      refusal={attach.error}
      onChoose={(place) => attach.mutate(place)}
    />
  )
}
