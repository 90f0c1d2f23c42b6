import type { ToolCheck } from '@mozhou/contracts/tools/check-answer'
import CircleCheck from 'lucide-solid/icons/circle-check'
import Info from 'lucide-solid/icons/info'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { For, Match, Show, Switch } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'

/** What was looked at and what was found when the text was held against the tool's rules; warnings first. They inform, and change nothing. */
export function ResultChecks(props: { checks: readonly ToolCheck[] }) {
  const { t, pick, number } = useI18n()
  const ranks: Record<ToolCheck['severity'], number> = { warn: 0, info: 1, ok: 2 }
  const sorted = () => props.checks.toSorted((left, right) => ranks[left.severity] - ranks[right.severity])
  const count = (severity: ToolCheck['severity']) => props.checks.filter((check) => check.severity === severity).length
  const warnings = () => count('warn')
  const looked = () => count('ok') + warnings()
  const summary = () =>
    [
      looked() > 0 ? t('writing.checksDone', number(looked()), number(count('ok'))) : t('writing.checksNone'),
      warnings() > 0 ? t('writing.checksWarn', number(warnings())) : '',
      count('info') > 0 ? t('writing.checksInfo', number(count('info'))) : '',
    ].join('')
  return (
    <Show when={props.checks.length > 0} fallback={<p class="text-sm text-ink-3">{t('writing.checksNone')}</p>}>
      <details class="max-w-[46rem] rounded-md border border-line" open={warnings() > 0}>
        <summary class="cursor-pointer px-4 py-2.5 text-sm font-medium text-ink-2">{summary()}</summary>
        <ul class="border-t border-line px-4 py-2">
          <For each={sorted()}>
            {(check) => (
              <li class="flex gap-2 py-1.5 text-sm">
                <SeverityIcon severity={check.severity} />
                <span class="min-w-0 break-words">
                  <span class="font-medium">{pick(check.label)}</span>
                  <span class="text-ink-2"> · {pick(check.detail)}</span>
                  <Show when={check.source}>
                    {(source) => (
                      <a
                        class="ml-1 text-xs text-accent-text underline"
                        href={source().url}
                        target="_blank"
                        rel="noreferrer"
                      >
                        {source().title}
                      </a>
                    )}
                  </Show>
                </span>
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  )
}

function SeverityIcon(props: { severity: ToolCheck['severity'] }) {
  const { t } = useI18n()
  return (
    <span class="mt-0.5 shrink-0">
      <Switch>
        <Match when={props.severity === 'warn'}>
          <TriangleAlert size={16} class="text-warning" aria-label={t('writing.checkWarn')} />
        </Match>
        <Match when={props.severity === 'info'}>
          <Info size={16} class="text-ink-3" aria-label={t('writing.checkInfo')} />
        </Match>
        <Match when={props.severity === 'ok'}>
          <CircleCheck size={16} class="text-success" aria-label={t('writing.checkOk')} />
        </Match>
      </Switch>
    </span>
  )
}
