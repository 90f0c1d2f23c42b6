import type { PublishDto } from '@mozhou/contracts/publications/answers'
import type { PublishInput } from '@mozhou/contracts/publications/inputs'
import { createRequestKeys } from '@mozhou/ui/api/request-key'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { calls } from '../calls.ts'
import { tellPublications } from '../queries.ts'
import { useI18n } from '../words.ts'
import { formIn } from './composer.ts'
import type { Composer, TargetView } from './composer.ts'
import { isEdited } from './package-edits.ts'

const formOf = (composer: Composer, { target }: TargetView) => ({
  accountId: target.accountId,
  ...formIn(target.contentType, composer.film()),
  ...(target.theme && { theme: target.theme }),
  ...editsOf(target),
})

function editsOf({ edits, originUrl }: TargetView['target']) {
  const all = { ...edits, ...(originUrl !== undefined && { originUrl }) }
  return isEdited(all) ? { edits: all } : {}
}

/** What is asked for, as the person sees it; of those that can be published. */
function publishInputOf(composer: Composer, views: readonly TargetView[]): Omit<PublishInput, 'requestKey'> {
  const at = composer.at()
  return {
    ...composer.work(),
    targets: views.map((view) => ({
      ...formOf(composer, view),
      ...(view.target.scheduledAt !== undefined && { scheduledAt: view.target.scheduledAt }),
    })),
    ...(at !== null && { scheduledAt: at }),
    onRefusal: 'skip',
  }
}

/** Publishes or plans; a press whose answer was lost is repeated, never doubled. */
export function usePublish(composer: Composer, onPublished: (published: PublishDto) => void) {
  const client = useQueryClient()
  const keys = createRequestKeys()
  return useMutation(() => ({
    mutationFn: (views: readonly TargetView[]) => {
      const input = publishInputOf(composer, views)
      return calls.publish.mutate({ ...input, requestKey: keys.keyFor(input) })
    },
    onSuccess: async (published) => {
      keys.answered()
      onPublished(published)
      await tellPublications(client)
    },
    onError: (cause) => keys.failed(cause),
  }))
}

/** Keeps what was made of each: as drafts, or in place of what is planned. */
export function useSave(composer: Composer) {
  const { t, number } = useI18n()
  const client = useQueryClient()
  return useMutation(() => ({
    mutationFn: async () => {
      const { publication } = composer
      for (const view of composer.views())
        await calls.saveDraft.mutate({
          ...composer.work(),
          ...formOf(composer, view),
          ...(publication && { publicationId: publication.id }),
        })
    },
    onSuccess: () => {
      const isPlanned = composer.publication !== undefined && composer.publication.status !== 'draft'
      toastSuccess({
        title: isPlanned
          ? t('publishCompose.changesSaved')
          : t('publishCompose.draftsSaved', number(composer.targets.length)),
      })
    },
    onSettled: () => tellPublications(client),
  }))
}
