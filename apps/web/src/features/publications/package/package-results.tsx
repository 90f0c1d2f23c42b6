import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { applyFix } from '@mozhou/platforms/rules/apply-fix'
import type { RuleField, RuleResult, Severity } from '@mozhou/platforms/rules/rule'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleCheck from 'lucide-solid/icons/circle-check'
import Info from 'lucide-solid/icons/info'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { For, Match, Show, Switch } from 'solid-js'
import { FoundExcerpts } from './found-excerpts.tsx'
import { useResultWords } from './use-result-words.ts'
import { useI18n } from './words.ts'

interface PackageResultsProps {
  package: PlatformPackage
  results: readonly RuleResult[]
  /** Those of one field, to stand beside it; left out: all. */
  field?: RuleField
  /** The package with one fix applied, to be checked again; left out where nothing may be changed. */
  onFix?: (mended: PlatformPackage) => void
}

/** What the platform's rules say of a package, the gravest first, each with what would mend it in one press. */
export function PackageResults(props: PackageResultsProps) {
  const { t } = useI18n()
  const results = () => props.results.filter(({ field }) => props.field === undefined || field === props.field)
  return (
    <Show
      when={results().length > 0}
      fallback={
        <Show when={props.field === undefined}>
          <p class="flex items-start gap-2 text-sm text-ink-2">
            <CircleCheck size={16} class="mt-0.5 shrink-0 text-success" aria-hidden="true" />
            <span>
              {t('publicationPackage.noResults')}
              <span class="block text-xs text-ink-3">{t('publicationPackage.noResultsHint')}</span>
            </span>
          </p>
        </Show>
      }
    >
      <ul aria-label={t('publicationPackage.results')} class="divide-y divide-line text-sm">
        <For each={results()}>
          {(result) => <ResultLine {...props} result={result} hasField={props.field === undefined} />}
        </For>
      </ul>
    </Show>
  )
}

function ResultLine(props: PackageResultsProps & { result: RuleResult; hasField: boolean }) {
  const { t, pick, number } = useI18n()
  const { measured, fixWords } = useResultWords()
  const item = () => {
    const { item } = props.result
    const { media } = props.package
    const at = media.findIndex(({ id }) => id === item)
    const medium = media[at]
    if (medium?.kind === 'card') return t('publicationPackage.cardName', number(at + 1))
    return medium?.kind === 'file' ? medium.fact.name : item
  }
  const mend = () => {
    const { fix } = props.result
    const { onFix } = props
    return fix && onFix ? { words: fixWords(fix), press: () => onFix(applyFix(props.package, fix)) } : undefined
  }
  const about = () =>
    [
      props.hasField ? t(`publicationPackage.fields.${props.result.field}`) : null,
      item() === null ? null : t('publicationPackage.place', item() ?? ''),
      measured(props.result),
    ]
      .filter((part) => part !== null)
      .join(' · ')
  return (
    <li class="flex gap-2 py-2.5">
      <SeverityIcon severity={props.result.severity} />
      <div class="min-w-0 flex-1">
        <p class="font-medium break-words">{pick(props.result.wording)}</p>
        <Show when={about()}>{(words) => <p class="text-xs break-words text-ink-2">{words()}</p>}</Show>
        <FoundExcerpts found={props.result.found} />
        <Show when={mend()}>
          {(fix) => (
            <Button size="sm" class="mt-1.5 h-auto! min-h-8 max-w-full py-1 whitespace-normal!" onClick={fix().press}>
              {fix().words}
            </Button>
          )}
        </Show>
        <p class="mt-1 text-xs break-words text-ink-3">
          {t('publicationPackage.source', props.result.source.name, props.result.source.checkedOn)}
        </p>
      </div>
    </li>
  )
}

function SeverityIcon(props: { severity: Severity }) {
  const { t } = useI18n()
  const label = () => t(`publicationPackage.severities.${props.severity}`)
  return (
    <span class="mt-0.5 shrink-0">
      <Switch>
        <Match when={props.severity === 'block'}>
          <CircleAlert size={16} class="text-danger" role="img" aria-label={label()} />
        </Match>
        <Match when={props.severity === 'warn'}>
          <TriangleAlert size={16} class="text-warning" role="img" aria-label={label()} />
        </Match>
        <Match when={props.severity === 'info'}>
          <Info size={16} class="text-ink-3" role="img" aria-label={label()} />
        </Match>
      </Switch>
    </span>
  )
}

const tones: Record<Severity, BadgeTone> = { block: 'danger', warn: 'warning', info: 'neutral' }

/** How many of which gravity, for a line in a list of platforms. */
export function ResultCounts(props: { results: readonly RuleResult[] }) {
  const { t, number } = useI18n()
  const count = (severity: Severity) => props.results.filter((result) => result.severity === severity).length
  return (
    <span class="inline-flex flex-wrap gap-1.5">
      <For each={['block', 'warn', 'info'] as const}>
        {(severity) => (
          <Show when={count(severity) > 0}>
            <Badge tone={tones[severity]}>{t(`publicationPackage.counts.${severity}`, number(count(severity)))}</Badge>
          </Show>
        )}
      </For>
      <Show when={props.results.length === 0}>
        <Badge tone="success">{t('publicationPackage.noResults')}</Badge>
      </Show>
    </span>
  )
}
