import type { AttachmentDto, WorkPartDto } from '@mozhou/contracts/images/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { IconButton } from '@mozhou/ui/components/icon-button.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Link } from '@tanstack/solid-router'
import ImagePlus from 'lucide-solid/icons/image-plus'
import X from 'lucide-solid/icons/x'
import { For, Show } from 'solid-js'
import { api } from '../../../api.ts'
import { attachmentsOf, workParts } from '../queries.ts'
import { useI18n } from '../words.ts'

/** A work's places for pictures, what stands in them, and the way to make one. */
export function WorkPictures(props: { creationId: string }) {
  const { t } = useI18n()
  const parts = useQuery(() => workParts(props.creationId))
  const attachments = useQuery(() => attachmentsOf(props.creationId))
  const at = (part: WorkPartDto) =>
    (attachments.data ?? []).filter(({ role, place }) => role === part.role && place === part.place)
  return (
    <div class="p-4 sm:p-6">
      <p class="mb-3 text-xs text-ink-3">{t('images.ofWork.hint')}</p>
      <Loaded query={parts}>
        {(list) => (
          <Show when={list().length > 0} fallback={<EmptyState title={t('images.places.noParts')} />}>
            <ul class="divide-y divide-line">
              <For each={list()}>
                {(part) => <PartRow creationId={props.creationId} part={part} pictures={at(part)} />}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
    </div>
  )
}

interface PartRowProps {
  creationId: string
  part: WorkPartDto
  pictures: readonly AttachmentDto[]
}

function PartRow(props: PartRowProps) {
  const { t } = useI18n()
  const detach = useDetach()
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div class="min-w-0 flex-1 basis-56">
        <p class="flex items-center gap-2 text-sm font-medium">
          <Badge>{t(`images.places.roles.${props.part.role}`)}</Badge>
          <span class="truncate">{props.part.title}</span>
        </p>
        <p class="truncate text-xs text-ink-3">{props.part.excerpt}</p>
        <Show when={props.pictures.length > 0}>
          <ul class="mt-2 flex flex-wrap gap-2">
            <For each={props.pictures}>
              {(attached) => (
                <li class="relative">
                  <Attached attached={attached} name={props.part.title} />
                  <span class="absolute -top-2 -right-2 rounded-full border border-line bg-surface">
                    <IconButton
                      label={t('images.ofWork.remove', props.part.title)}
                      isPending={detach.isPending}
                      onClick={() => detach.mutate(attached)}
                    >
                      <X size={15} aria-hidden="true" />
                    </IconButton>
                  </span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
      <Link
        to="/images"
        search={{
          work: props.creationId,
          role: props.part.role,
          size: props.part.size,
          ...(props.part.place !== null && { place: props.part.place }),
        }}
        aria-label={t('images.ofWork.makeFor', props.part.title)}
        class={buttonClass({ size: 'sm' })}
      >
        <ImagePlus size={15} aria-hidden="true" />
        {t('images.ofWork.make')}
      </Link>
    </li>
  )
}

function Attached(props: { attached: AttachmentDto; name: string }) {
  const picture = () => (
    <Show when={props.attached.picture.urls}>
      {(urls) => (
        <img
          src={urls().card}
          alt={props.name}
          loading="lazy"
          class="h-24 w-auto max-w-48 rounded-md border border-line chequered object-contain"
        />
      )}
    </Show>
  )
  return (
    <Show when={props.attached.imageCreationId} fallback={picture()}>
      {(creationId) => (
        <Link to="/images/$creationId" params={{ creationId: creationId() }} class="block rounded-md">
          {picture()}
        </Link>
      )}
    </Show>
  )
}

/** Out of the work and, with one press, back into it. */
function useDetach() {
  const { t, error } = useI18n()
  const client = useQueryClient()
  const onError = (cause: Error) => toastError({ title: error(cause) })
  const readAgain = ({ creationId }: AttachmentDto) =>
    client.invalidateQueries({ queryKey: attachmentsOf(creationId).queryKey })
  const attach = useMutation(() => ({
    mutationFn: ({ creationId, role, place, picture: { fileId } }: AttachmentDto) =>
      api.images.attach.mutate({ creationId, fileId, role, ...(place !== null && { place }) }),
    onError,
    onSettled: (_answer, _error, attached) => readAgain(attached),
  }))
  return useMutation(() => ({
    mutationFn: ({ id }: AttachmentDto) => api.images.detach.mutate({ attachmentId: id }),
    onSuccess: (_, attached) =>
      toastSuccess({
        title: t('images.ofWork.removed'),
        action: { label: t('images.result.undo'), onClick: () => attach.mutate(attached) },
      }),
    onError,
    onSettled: (_answer, _error, attached) => readAgain(attached),
  }))
}
