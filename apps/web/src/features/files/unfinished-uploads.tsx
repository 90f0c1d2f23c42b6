import type { UnfinishedUploadDto } from '@mozhou/contracts/files/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { ProgressBar } from '@mozhou/ui/components/progress-bar.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { formatBytes } from '@mozhou/ui/i18n/format-bytes'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import Play from 'lucide-solid/icons/play'
import { createSignal, For, Show } from 'solid-js'
import { filesKey, myUnfinished } from './queries.ts'
import { isSameFile } from './same-file.ts'
import { UploadRefused } from './send-file.ts'
import { endUnfinished, goOnWith } from './send-upload.ts'
import type { Uploads } from './uploads.ts'
import { useI18n } from './words.ts'

/** What was begun and not finished, here or elsewhere, and is not on its way on this page. */
export function UnfinishedUploads(props: { uploads: Uploads }) {
  const { t } = useI18n()
  const unfinished = useQuery(() => myUnfinished())
  const shown = () =>
    (unfinished.data ?? []).filter((upload) => !props.uploads.rows.some(({ file }) => isSameFile(upload, file)))
  return (
    <Show when={shown().length > 0}>
      <Card title={t('files.unfinished')} description={t('files.unfinishedHint')}>
        <ul class="flex flex-col gap-4">
          <For each={shown()}>
            {(upload) => <Unfinished upload={upload} onGoOn={(file) => props.uploads.add([file])} />}
          </For>
        </ul>
      </Card>
    </Show>
  )
}

function Unfinished(props: { upload: UnfinishedUploadDto; onGoOn: (file: File) => void }) {
  const { t, number, time } = useI18n()
  const [isOther, setIsOther] = createSignal(false)
  const name = () => props.upload.name ?? t('files.unnamed')
  const percent = () => Math.floor((props.upload.receivedBytes / props.upload.bytes) * 100)
  const told = () => t('files.cameTo', number(percent()), time(props.upload.expiresAt))
  const choose = (file: File) => {
    const isSame = isSameFile(props.upload, file)
    setIsOther(!isSame)
    if (!isSame) return
    goOnWith(props.upload, file)
    props.onGoOn(file)
  }
  return (
    <li>
      <div class="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p class="min-w-0 basis-full truncate text-sm sm:flex-1 sm:basis-0" title={name()}>
          {name()}
        </p>
        <span class="basis-full text-xs text-ink-3 sm:basis-auto">
          {formatBytes(props.upload.bytes, number)} · {told()}
        </span>
        <GoOn name={name()} onChoose={choose} />
        <GiveUp upload={props.upload} name={name()} />
      </div>
      <ProgressBar
        class="mt-2"
        label={t('files.progressOf', name())}
        value={props.upload.receivedBytes}
        max={props.upload.bytes}
      />
      <Show when={isOther()}>
        <p role="alert" class="mt-1.5 text-xs text-danger">
          {t('files.otherFile', name(), formatBytes(props.upload.bytes, number))}
        </p>
      </Show>
    </li>
  )
}

/** The input itself is what takes the focus; its label is what is seen. */
function GoOn(props: { name: string; onChoose: (file: File) => void }) {
  const { t } = useI18n()
  return (
    <label
      class={buttonClass({ size: 'sm' }, 'cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-accent')}
    >
      <Play size={14} aria-hidden="true" />
      {t('files.goOn')}
      <input
        type="file"
        class="sr-only"
        aria-label={t('files.goOnWith', props.name)}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) props.onChoose(file)
          // The same file again is a choice too.
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}

function GiveUp(props: { upload: UnfinishedUploadDto; name: string }) {
  const { t, error, shownError } = useI18n()
  const client = useQueryClient()
  const giveUp = useMutation(() => ({
    mutationFn: (upload: UnfinishedUploadDto) => endUnfinished(upload),
    onSuccess: () => toastSuccess({ title: t('files.givenUp', props.name) }),
    onError: (cause) => toastError({ title: cause instanceof UploadRefused ? shownError(cause.shown) : error(cause) }),
    onSettled: () => client.invalidateQueries({ queryKey: filesKey }),
  }))
  return (
    <Button
      size="sm"
      variant="ghost"
      isPending={giveUp.isPending}
      aria-label={t('files.giveUpOf', props.name)}
      onClick={() => giveUp.mutate(props.upload)}
    >
      {t('files.giveUp')}
    </Button>
  )
}
