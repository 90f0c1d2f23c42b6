import type { FileDto } from '@mozhou/contracts/files/answers'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { useQueryClient } from '@tanstack/solid-query'
import Upload from 'lucide-solid/icons/upload'
import { For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { filesKey } from './queries.ts'
import { giveUpUpload, sendUpload } from './send-upload.ts'
import { UploadLine } from './upload-line.tsx'
import { createUploads } from './uploads.ts'

interface UploadOneProps {
  /** Of the button. */
  says: string
  /** Media types that the browser offers; the server has the last word. */
  accepts: readonly string[]
  onTaken: (file: FileDto) => void
}

/** A button that uploads for a dialog: on its way, in parts where it is large, and then chosen. */
export function UploadOne(props: UploadOneProps) {
  const client = useQueryClient()
  const uploads = createUploads({
    send: sendUpload,
    giveUp: giveUpUpload,
    renewSession: () => api.auth.me.query(),
    onTaken(file) {
      void client.invalidateQueries({ queryKey: filesKey })
      props.onTaken(file)
    },
  })
  return (
    <div class="flex flex-wrap items-center gap-3">
      <label class={buttonClass({}, 'cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-accent')}>
        <Upload size={16} aria-hidden="true" />
        {props.says}
        <input
          type="file"
          class="sr-only"
          accept={props.accepts.join(',')}
          onChange={(event) => {
            uploads.add(event.currentTarget.files ?? [])
            event.currentTarget.value = ''
          }}
        />
      </label>
      <Show when={uploads.rows.length > 0}>
        <ul class="flex basis-full flex-col gap-3">
          <For each={uploads.rows}>{(row) => <UploadLine row={row} uploads={uploads} />}</For>
        </ul>
      </Show>
    </div>
  )
}
