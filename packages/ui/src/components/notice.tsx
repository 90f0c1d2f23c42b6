import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleCheck from 'lucide-solid/icons/circle-check'
import Info from 'lucide-solid/icons/info'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import type { JSX } from 'solid-js'
import { Match, Show, Switch } from 'solid-js'

type NoticeTone = 'info' | 'success' | 'warning' | 'danger'

const tones: Record<NoticeTone, string> = {
  info: 'bg-accent-soft text-accent-text',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
}

/** A message that stays in the page, where the thing happened. */
export function Notice(props: { tone: NoticeTone; title?: string; children?: JSX.Element; action?: JSX.Element }) {
  return (
    <div
      role={props.tone === 'danger' ? 'alert' : 'status'}
      class={`flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md px-4 py-3 text-sm ${tones[props.tone]}`}
    >
      <span class="mt-0.5 shrink-0" aria-hidden="true">
        <Switch fallback={<Info size={17} />}>
          <Match when={props.tone === 'success'}>
            <CircleCheck size={17} />
          </Match>
          <Match when={props.tone === 'warning'}>
            <TriangleAlert size={17} />
          </Match>
          <Match when={props.tone === 'danger'}>
            <CircleAlert size={17} />
          </Match>
        </Switch>
      </span>
      <div class="min-w-0 flex-1 basis-60">
        <Show when={props.title}>
          <p class="font-medium">{props.title}</p>
        </Show>
        <div class="text-ink">{props.children}</div>
      </div>
      {props.action}
    </div>
  )
}
