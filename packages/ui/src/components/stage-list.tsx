import Check from 'lucide-solid/icons/check'
import X from 'lucide-solid/icons/x'
import type { JSX } from 'solid-js'
import { Index, Match, Switch } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'
import { classNames } from '../theme/class-names.ts'
import { Spinner } from './spinner.tsx'

type StageState = 'done' | 'now' | 'notYet' | 'failed'

export interface Stage {
  label: JSX.Element
  state: StageState
}

/** The stages of a long action in their order, one of them going on. They may be told anew many times a second: what is the same stays in the page. */
export function StageList(props: { stages: readonly Stage[]; label: string }) {
  const { t } = useUiI18n()
  return (
    <ol aria-label={props.label} class="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
      <Index each={props.stages}>
        {(stage) => (
          <li
            aria-current={stage().state === 'now' ? 'step' : undefined}
            class={classNames(
              'flex items-center gap-2',
              stage().state === 'now' && 'font-medium text-ink',
              stage().state === 'done' && 'text-ink-2',
              stage().state === 'notYet' && 'text-ink-3',
              stage().state === 'failed' && 'font-medium text-danger',
            )}
          >
            <StageMark state={stage().state} />
            <span>{stage().label}</span>
            <span class="sr-only">{t(`ui.${stage().state}`)}</span>
          </li>
        )}
      </Index>
    </ol>
  )
}

function StageMark(props: { state: StageState }) {
  return (
    <span aria-hidden="true" class="flex size-4.5 shrink-0 items-center justify-center">
      <Switch fallback={<span class="size-2 rounded-full border border-line-strong" />}>
        <Match when={props.state === 'done'}>
          <span class="flex size-4.5 items-center justify-center rounded-full bg-success-soft text-success">
            <Check size={12} stroke-width={3} />
          </span>
        </Match>
        <Match when={props.state === 'now'}>
          <Spinner class="text-accent" />
        </Match>
        <Match when={props.state === 'failed'}>
          <span class="flex size-4.5 items-center justify-center rounded-full bg-danger-soft text-danger">
            <X size={12} stroke-width={3} />
          </span>
        </Match>
      </Switch>
    </span>
  )
}
