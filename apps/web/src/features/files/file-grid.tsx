import type { FileDto } from '@mozhou/contracts/files/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import Download from 'lucide-solid/icons/download'
import FileText from 'lucide-solid/icons/file-text'
import Film from 'lucide-solid/icons/film'
import Music from 'lucide-solid/icons/music'
import RotateCcw from 'lucide-solid/icons/rotate-ccw'
import Trash from 'lucide-solid/icons/trash'
import { For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { formatBytes } from '@mozhou/ui/i18n/format-bytes'
import { PictureDownload } from './picture-download.tsx'
import { useFileActions } from './use-file-actions.ts'
import { useI18n } from './words.ts'

export function FileGrid(props: { files: readonly FileDto[] }) {
  return (
    <ul class="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
      <For each={props.files}>{(file) => <FileCard file={file} />}</For>
    </ul>
  )
}

const kindIcons = { picture: FileText, document: FileText, video: Film, audio: Music }

function KindIcon(props: { kind: FileDto['kind'] }) {
  return <Dynamic component={kindIcons[props.kind]} size={36} aria-hidden="true" />
}

const sidesOf = ({ kind, width, height }: FileDto) =>
  kind === 'picture' && width !== null && height !== null ? { width, height } : undefined

function FileCard(props: { file: FileDto }) {
  const { t, number, time } = useI18n()
  const { remove, restore, download } = useFileActions()
  const facts = () => {
    const { spaceBytes, daysLeft, createdAt } = props.file
    const told = daysLeft === null ? time(createdAt) : t('files.daysLeft', number(daysLeft))
    return `${formatBytes(spaceBytes, number)} · ${told}`
  }
  return (
    <li class="flex min-w-0 flex-col overflow-clip rounded-lg border border-line bg-surface">
      <div class="relative flex aspect-square items-center justify-center bg-sunken text-ink-3">
        <Show when={props.file.thumbnails} fallback={<KindIcon kind={props.file.kind} />}>
          {(thumbnails) => (
            <img
              src={thumbnails().card}
              alt=""
              loading="lazy"
              class="chequered absolute inset-0 m-auto max-h-full max-w-full"
            />
          )}
        </Show>
        <Show when={props.file.origin === 'creation'}>
          <span class="absolute top-2 left-2">
            <Badge>{t('files.generated')}</Badge>
          </span>
        </Show>
      </div>
      <div class="flex flex-1 flex-col p-2.5">
        <p class="truncate text-sm font-medium" title={props.file.name}>
          {props.file.name}
        </p>
        <p class="text-xs text-ink-3">{facts()}</p>
        <div class="mt-2 flex flex-wrap gap-y-1">
          <Show
            when={props.file.deletedAt === null}
            fallback={
              <Button
                size="sm"
                icon={<RotateCcw size={14} aria-hidden="true" />}
                isPending={restore.isPending}
                aria-label={t('files.restoreOf', props.file.name)}
                onClick={() => restore.mutate(props.file)}
              >
                {t('files.restore')}
              </Button>
            }
          >
            <Button
              size="sm"
              icon={<Download size={14} aria-hidden="true" />}
              isPending={download.isPending}
              aria-label={t('files.downloadOf', props.file.name)}
              onClick={() => download.mutate({ file: props.file })}
            >
              {t('files.download')}
            </Button>
            <Show when={sidesOf(props.file)}>
              {(sides) => <PictureDownload file={props.file} sides={sides()} onDownload={download.mutate} />}
            </Show>
            <Button
              size="sm"
              variant="ghost"
              icon={<Trash size={14} aria-hidden="true" />}
              isPending={remove.isPending}
              aria-label={t('files.removeOf', props.file.name)}
              onClick={() => remove.mutate(props.file)}
            />
          </Show>
        </div>
      </div>
    </li>
  )
}
