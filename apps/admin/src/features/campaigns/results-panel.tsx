import type { CampaignResultsDto, CampaignRowDto } from '@mozhou/contracts/campaigns/admin-answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { For, Show } from 'solid-js'
import { useAmount } from './campaign-columns.tsx'
import { campaignResults } from './queries.ts'
import { useI18n } from './words.ts'

/** People, cost and income up to now; looks again while it is open. */
export function ResultsPanel(props: { row: CampaignRowDto }) {
  const results = useQuery(() => campaignResults(props.row.id))
  return <Loaded query={results}>{(data) => <Results row={props.row} results={data()} />}</Loaded>
}

function Results(props: { row: CampaignRowDto; results: CampaignResultsDto }) {
  const { t, number, money, exactTime } = useI18n()
  const amount = useAmount()
  const figures = () => [
    { label: t('campaigns.participants'), value: number(props.results.participants) },
    { label: t('campaigns.rewarded'), value: number(props.results.rewarded) },
    { label: t('campaigns.times'), value: number(props.results.times) },
    {
      label: t('campaigns.cost'),
      value: amount(props.results.cost, props.row.unit),
      hint: t('campaigns.used', amount(props.results.cost, props.row.unit), amount(props.row.budget, props.row.unit)),
    },
    { label: t('campaigns.held'), value: amount(props.results.held, props.row.unit) },
    { label: t('campaigns.direct'), value: money(props.results.directFen), hint: t('campaigns.directHint') },
    {
      label: t('campaigns.assisted'),
      value: money(props.results.assistedFen),
      hint: t('campaigns.assistedHint', number(props.results.assistedDays)),
    },
  ]
  return (
    <div class="flex flex-col gap-5 pt-5">
      <dl class="grid grid-cols-2 gap-4 lg:grid-cols-4">
        <For each={figures()}>
          {(figure) => (
            <div class="rounded-md border border-line px-4 py-3">
              <dt class="text-xs text-ink-2">{figure.label}</dt>
              <dd class="text-lg font-semibold tabular-nums">{figure.value}</dd>
              <Show when={figure.hint}>
                <dd class="text-xs text-ink-3">{figure.hint}</dd>
              </Show>
            </div>
          )}
        </For>
      </dl>
      <ByDay row={props.row} days={props.results.days} />
      <p class="text-xs text-ink-3">{exactTime(props.results.asOf)}</p>
    </div>
  )
}

function ByDay(props: { row: CampaignRowDto; days: CampaignResultsDto['days'] }) {
  const { t, number } = useI18n()
  const amount = useAmount()
  return (
    <Show when={props.days.length > 0} fallback={<p class="text-sm text-ink-2">{t('campaigns.noDays')}</p>}>
      <table class="w-full max-w-xl text-sm tabular-nums">
        <caption class="pb-2 text-left font-medium">{t('campaigns.byDay')}</caption>
        <thead>
          <tr class="text-left text-xs text-ink-2">
            <th scope="col">{t('campaigns.day')}</th>
            <th scope="col" class="text-right">
              {t('campaigns.times')}
            </th>
            <th scope="col" class="text-right">
              {t('campaigns.cost')}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.days}>
            {(day) => (
              <tr class="border-t border-line">
                <td class="py-1">{day.day}</td>
                <td class="text-right">{number(day.times)}</td>
                <td class="text-right">{amount(day.cost, props.row.unit)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Show>
  )
}
