import { audioEndings, documentEndings, pictureTypes, videoTypes } from '@mozhou/contracts/files/kinds'
import { buttonClass } from '@mozhou/ui/components/button-class'
import Camera from 'lucide-solid/icons/camera'
import Upload from 'lucide-solid/icons/upload'
import { createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import { UploadLine } from './upload-line.tsx'
import type { Uploads } from './uploads.ts'
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
