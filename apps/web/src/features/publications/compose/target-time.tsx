import { Field } from '@mozhou/ui/components/field.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import { Show } from 'solid-js'
import { clockOf } from '../shanghai-time.ts'
import { TimeInput } from '../time-input.tsx'
import { useI18n } from '../words.ts'
import type { Composer, TargetView } from './composer.ts'
import { TimeSuggestions } from './time-suggestions.tsx'
import { isWithin } from './suggested-times.ts'

const hourMs = 3_600_000

/** An account's own time, in place of the one for all. */
export function TargetTime(props: { composer: Composer; view: TargetView }) {
  const { t, number } = useI18n()
  const own = () => props.view.target.scheduledAt
  const set = (scheduledAt: string | undefined) => props.composer.change(props.view.target.accountId, { scheduledAt })
  /** Where its hours do not hold the time, it waits for them. */
  const outside = () => {
    const { window } = props.view.account
    const at = props.composer.timeOf(props.view.target) ?? new Date().toISOString()
    return window && !isWithin(Number(clockOf(at).slice(0, 2)), window) ? window : null
  }
  return (
    <div class="flex flex-col gap-3 border-t border-line pt-4">
      <Show when={!props.composer.publication}>
        <Switch
          label={t('publishCompose.ownTime')}
          isOn={own() !== undefined}
          onChange={(isOn) =>
            set(isOn ? (props.composer.at() ?? new Date(Date.now() + hourMs).toISOString()) : undefined)
          }
        />
        <Show when={own() !== undefined}>
          <Field label={t('publishCompose.at')} hint={t('publish.shanghai')} class="max-w-64">
            <TimeInput value={own() ?? null} onValueChange={(at) => at !== null && set(at)} />
          </Field>
          <TimeSuggestions window={props.view.account.window} onChoose={set} />
        </Show>
      </Show>
      <Show when={outside()}>
        {(window) => (
          <p class="text-xs text-warning">
            {t('publishCompose.soonWindow', number(window().from), number(window().to))}
          </p>
        )}
      </Show>
    </div>
  )
}
