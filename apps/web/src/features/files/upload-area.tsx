import { audioEndings, documentEndings, pictureTypes, videoTypes } from '@mozhou/contracts/files/kinds'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Button } from '@mozhou/ui/components/button.tsx'
import Camera from 'lucide-solid/icons/camera'
import Pause from 'lucide-solid/icons/pause'
import Play from 'lucide-solid/icons/play'
import Upload from 'lucide-solid/icons/upload'
import { createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import { formatBytes } from '@mozhou/ui/i18n/format-bytes'
import type { UploadRow, Uploads } from './uploads.ts'
import { useI18n } from './words.ts'

const everything = [...pictureTypes, ...documentEndings, ...videoTypes, ...audioEndings].join(',')

/** Where files are dropped, pasted, chosen or photographed, and seen on their way. */
export function UploadArea(props: { uploads: Uploads }) {
  const { t } = useI18n()
  const [isOver, setIsOver] = createSignal(false)
  const paste = (event: ClipboardEvent) => {
    const files = event.clipboardData?.files ?? []
    if (files.length === 0) return
    event.preventDefault()
    props.uploads.add(files)
  }
  onMount(() => document.addEventListener('paste', paste))
  onCleanup(() => document.removeEventListener('paste', paste))
  return (
    <section
      aria-label={t('files.choose')}
      class="rounded-lg border border-dashed border-line-strong bg-surface p-5 text-center transition-colors data-over:border-accent data-over:bg-accent-soft"
      data-over={isOver() ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        props.uploads.add(event.dataTransfer?.files ?? [])
      }}
    >
      <p class="text-sm text-ink">{t('files.drop')}</p>
      <p class="mt-1 text-xs text-ink-3">{t('files.dropHint')}</p>
      <div class="mt-3 flex flex-wrap justify-center gap-2">
        <PickButton uploads={props.uploads} accept={everything} isMany label={t('files.choose')} />
        <span class="sm:hidden">
          <PickButton uploads={props.uploads} accept="image/jpeg" isCamera label={t('files.camera')} />
        </span>
      </div>
      <Show when={props.uploads.rows.length > 0}>
        <ul class="mt-4 flex flex-col gap-3 text-left">
          <For each={props.uploads.rows}>{(row) => <UploadLine row={row} uploads={props.uploads} />}</For>
        </ul>
      </Show>
    </section>
  )
}

interface PickProps {
  uploads: Uploads
  accept: string
  label: string
  isMany?: boolean
  /** Opens a phone's camera at once. */
  isCamera?: boolean
}

/** The input itself is what takes the focus; its label is what is seen. */
function PickButton(props: PickProps) {
  return (
    <label
      class={buttonClass(
        { variant: props.isCamera ? 'secondary' : 'primary' },
        'cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-accent',
      )}
    >
      <Show when={props.isCamera} fallback={<Upload size={16} aria-hidden="true" />}>
        <Camera size={16} aria-hidden="true" />
      </Show>
      {props.label}
      <input
        type="file"
        class="sr-only"
        accept={props.accept}
        multiple={props.isMany === true}
        capture={props.isCamera ? 'environment' : undefined}
        onChange={(event) => {
          props.uploads.add(event.currentTarget.files ?? [])
          // The same file again is a choice too.
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}

function UploadLine(props: { row: UploadRow; uploads: Uploads }) {
  const { t, number, shownError } = useI18n()
  const percent = () => Math.min(100, Math.round((props.row.sent / Math.max(1, props.row.file.size)) * 100))
  const told = () => {
    const { state } = props.row
    if (state === 'failed') return t('files.failed')
    if (state === 'waiting') return t('files.waiting')
    if (state === 'paused') return t('files.paused', number(percent()))
    if (props.row.isBroken) return t('files.reconnecting', number(percent()))
    return percent() === 100 ? t('files.checking') : t('files.sending', number(percent()))
  }
  return (
    <li class="rounded-md border border-line p-3">
      <div class="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p class="min-w-0 basis-full truncate text-sm sm:flex-1 sm:basis-0">{props.row.file.name}</p>
        <span class="flex-1 text-xs text-ink-3 sm:flex-none">
          {formatBytes(props.row.file.size, number)} · {told()}
        </span>
        <Show when={props.row.canPause && (props.row.state === 'sending' || props.row.state === 'waiting')}>
          <Button
            size="sm"
            icon={<Pause size={14} aria-hidden="true" />}
            aria-label={t('files.pauseOf', props.row.file.name)}
            onClick={() => props.uploads.pause(props.row.key)}
          >
            {t('files.pause')}
          </Button>
        </Show>
        <Show when={props.row.state === 'paused'}>
          <Button
            size="sm"
            icon={<Play size={14} aria-hidden="true" />}
            aria-label={t('files.resumeOf', props.row.file.name)}
            onClick={() => props.uploads.retry(props.row.key)}
          >
            {t('files.resume')}
          </Button>
        </Show>
        <Show when={props.row.state === 'failed'}>
          <Button size="sm" onClick={() => props.uploads.retry(props.row.key)}>
            {t('files.retry')}
          </Button>
        </Show>
        <Button size="sm" variant="ghost" onClick={() => props.uploads.cancel(props.row.key)}>
          {props.row.state === 'failed' ? t('files.dismiss') : t('files.cancel')}
        </Button>
      </div>
      <Show
        when={props.row.refusal}
        fallback={
          <progress
            class="mt-2 h-1.5 w-full accent-accent"
            max={100}
            value={percent()}
            aria-label={t('files.progressOf', props.row.file.name)}
          />
        }
      >
        {(refusal) => (
          <p role="alert" class="mt-1.5 text-xs text-danger">
            {shownError(refusal())}
          </p>
        )}
      </Show>
    </li>
  )
}
