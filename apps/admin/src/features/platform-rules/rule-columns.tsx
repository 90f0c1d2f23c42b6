import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import type { Severity } from '@mozhou/platforms/rules/rule'
import { For, Show } from 'solid-js'
import { usePermissions } from '../accounts/use-permissions.ts'
import { inForce } from './rule-lines.ts'
import type { RuleLine } from './rule-lines.ts'
import { useI18n } from './words.ts'

const tones: Record<Severity, BadgeTone> = { block: 'danger', warn: 'warning', info: 'neutral' }

export function useRuleColumns(onEdit: (line: RuleLine) => void): () => Column<RuleLine>[] {
  const { t, pick, time, exactTime } = useI18n()
  const may = usePermissions()
  return () => [
    {
      key: 'rule',
      header: t('platformRules.rule'),
      isPrimary: true,
      cell: ({ rule }) => (
        <>
          <span class="font-medium">{pick(rule.wording)}</span>
          <span class="block font-mono text-xs break-all text-ink-3">{rule.code}</span>
        </>
      ),
    },
    {
      key: 'field',
      header: t('platformRules.field'),
      cell: ({ rule }) => t(`platformRules.fields.${rule.field}`),
    },
    { key: 'now', header: t('platformRules.inForce'), cell: (line) => <InForce line={line} /> },
    {
      key: 'source',
      header: t('platformRules.source'),
      cell: (line) => (
        <span class="block max-w-64 text-xs whitespace-normal">
          {t(`platformRules.sourceKinds.${line.rule.source.kind}`)} · {line.rule.source.name}
          <span class="block text-ink-3">{t('platformRules.checkedOn', inForce(line).checkedOn)}</span>
        </span>
      ),
    },
    {
      key: 'changed',
      header: t('platformRules.changed'),
      cell: ({ forAll, forOne }) => (
        <For each={[forOne, forAll].filter((change) => change !== null)} fallback="—">
          {(change) => (
            <span class="block text-xs" title={change.reason}>
              <time title={exactTime(change.since)}>
                {t('platformRules.changedBy', change.changedBy, time(change.since))}
              </time>
            </span>
          )}
        </For>
      ),
    },
    {
      key: 'change',
      header: t('platformRules.change'),
      isActions: true,
      cell: (line) => (
        <Show when={may('platform_rule:write')}>
          <Button size="sm" aria-label={`${t('platformRules.change')} ${line.rule.code}`} onClick={() => onEdit(line)}>
            {t('platformRules.change')}
          </Button>
        </Show>
      ),
    },
  ]
}

function InForce(props: { line: RuleLine }) {
  const { t, number } = useI18n()
  const now = () => inForce(props.line)
  const bounds = () => {
    const { soft, hard } = now()
    return [
      soft === null ? '' : t('platformRules.warnsAt', number(soft)),
      hard === null ? '' : t('platformRules.refusesAt', number(hard)),
    ]
      .filter((part) => part !== '')
      .join(' · ')
  }
  const days = () => {
    const { from, until } = now()
    return [
      from === null ? '' : t('platformRules.fromDay', from),
      until === null ? '' : t('platformRules.untilDay', until),
    ]
      .filter((part) => part !== '')
      .join(' ')
  }
  return (
    <Show when={!now().isOff} fallback={<Badge>{t('platformRules.off')}</Badge>}>
      <span class="flex flex-wrap items-center gap-1.5">
        <Show when={now().severity}>
          {(severity) => <Badge tone={tones[severity()]}>{t(`platformRules.severities.${severity()}`)}</Badge>}
        </Show>
        <span class="text-xs tabular-nums">{bounds()}</span>
      </span>
      <Show when={days()}>
        <span class="block text-xs text-ink-3">{days()}</span>
      </Show>
    </Show>
  )
}
