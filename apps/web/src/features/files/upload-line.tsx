import { Button } from '@mozhou/ui/components/button.tsx'
import { ProgressBar } from '@mozhou/ui/components/progress-bar.tsx'
import { formatBytes } from '@mozhou/ui/i18n/format-bytes'
import Pause from 'lucide-solid/icons/pause'
import Play from 'lucide-solid/icons/play'
import { Show } from 'solid-js'
import { mayRetry } from './uploads.ts'
import type { UploadRow, Uploads } from './uploads.ts'
import { useI18n } from './words.ts'

/** A file on its way: how far it is, and what can be done about it. */
export function UploadLine(props: { row: UploadRow; uploads: Uploads }) {
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
        <Show when={mayRetry(props.row)}>
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
          <ProgressBar class="mt-2" label={t('files.progressOf', props.row.file.name)} value={percent()} max={100} />
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
