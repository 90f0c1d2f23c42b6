import type { PlatformRuleChangeDto } from '@mozhou/contracts/platform-rules/answers'
import { platforms } from '@mozhou/platforms/platforms'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { For } from 'solid-js'
import { ruleHistory } from './queries.ts'
import { useI18n } from './words.ts'

/** Who changed the rule, when and why. */
export function RuleHistory(props: { code: string }) {
  const { t } = useI18n()
  const history = useQuery(() => ruleHistory(props.code))
  return (
    <details class="text-sm">
      <summary class="cursor-pointer text-ink-2">{t('platformRules.history')}</summary>
      <Loaded query={history}>
        {(changes) => (
          <ul class="mt-2 divide-y divide-line">
            <For each={changes()} fallback={<li class="text-ink-3">{t('platformRules.noHistory')}</li>}>
              {(change) => <HistoryLine change={change} />}
            </For>
          </ul>
        )}
      </Loaded>
    </details>
  )
}

function HistoryLine(props: { change: PlatformRuleChangeDto }) {
  const { t, pick, time, exactTime } = useI18n()
  const where = () => (props.change.platform === null ? '' : ` · ${pick(platforms[props.change.platform].name)}`)
  const what = () =>
    props.change.difference === null ? t('platformRules.wasTakenBack') : JSON.stringify(props.change.difference)
  return (
    <li class="py-1.5">
      <span class="block text-xs text-ink-3" title={exactTime(props.change.since)}>
        {t('platformRules.changedBy', props.change.changedBy, time(props.change.since))}
        {where()}
      </span>
      <span class="block break-words">{props.change.reason}</span>
      <span class="block font-mono text-xs break-all text-ink-2">{what()}</span>
    </li>
  )
}
