import type { PublicationDto } from '@mozhou/contracts/publications/answers'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { calls } from '../calls.ts'
import { tellPublications } from '../queries.ts'
import { onDay } from '../shanghai-time.ts'
import { useI18n } from '../words.ts'

type Movable = Pick<PublicationDto, 'id' | 'scheduledAt' | 'can'>

/** Moves one to another time, and can take it back. */
export function useMove() {
  const { t, time, error } = useI18n()
  const client = useQueryClient()
  const move = useMutation(() => ({
    mutationFn: ({ publication, at }: { publication: Movable; at: string }) =>
      calls.reschedule.mutate({ publicationId: publication.id, scheduledAt: at }),
    onSuccess: (_moved, { publication, at }) => {
      const before = publication.scheduledAt
      toastSuccess({
        title: t('publishCalendar.moved', time(at)),
        ...(before !== null && {
          action: { label: t('publishCalendar.undo'), onClick: () => move.mutate({ publication, at: before }) },
        }),
      })
    },
    onError: (cause) => toastError({ title: error(cause) }),
    onSettled: () => tellPublications(client),
  }))
  return {
    isPending: () => move.isPending,
    toTime: (publication: Movable, at: string, onMoved?: () => void) =>
      move.mutate({ publication, at }, { onSuccess: () => onMoved?.() }),
    toDay: (publication: Movable, day: string) => {
      const { scheduledAt } = publication
      if (scheduledAt === null || !publication.can.reschedule) return
      const at = onDay(scheduledAt, day)
      if (at !== scheduledAt) move.mutate({ publication, at })
    },
  }
}
