import { Card } from '@mozhou/ui/components/card.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import type { UsageGroupDto, UsageReportDto } from '@mozhou/contracts/models/usage-answers'
import { Page } from '@mozhou/ui/app/page.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { ExportButton } from '../../tables/export-button.tsx'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { usageMenu } from './menu.ts'
import { useI18n } from './words.ts'
import { usageReport } from './queries.ts'
import { UsageBars } from './usage-bars.tsx'
import { UsageChart } from './usage-chart.tsx'
import { UsageFilterBar } from './usage-filter-bar.tsx'
import type { UsageFilters } from './usage-filters.ts'
import { isUsageRange, parseUsageFilters, recentUsage } from './usage-filters.ts'
import { UsageRows } from './usage-rows.tsx'
import { UsageTable } from './usage-table.tsx'
import { UsageTotals } from './usage-totals.tsx'
import { useGroupName } from './use-group-name.ts'

const mostBars = 12
const mostDays = 31

export function UsagePage() {
  const { t, pick, locale } = useI18n()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/usage' })
  const filters = (): UsageFilters => ({ ...recentUsage(Date.now()), ...search() })
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/usage', search: parseUsageFilters(raw), replace: true })
  const report = useQuery(() => usageReport(filters()))
  const [opened, setOpened] = createSignal<UsageGroupDto | null>(null)
  return (
    <Page
      title={pick(usageMenu.title)}
      subtitle={t('usage.subtitle')}
      aside={
        <div class="flex flex-wrap gap-2">
          <SavedFilters table="usage" search={{ ...search() }} onApply={apply} />
          <ExportButton
            isDisabled={!isUsageRange(filters())}
            file={() => api.usage.csv.query({ ...filters(), locale: locale() })}
          />
        </div>
      }
    >
      <div class="flex flex-col gap-5">
        <UsageFilterBar filters={filters()} onChange={(changed) => apply({ ...changed })} />
        <Show when={isUsageRange(filters())} fallback={<Notice tone="warning">{t('usage.badRange')}</Notice>}>
          <Loaded query={report}>{(data) => <Report report={data()} onOpen={setOpened} />}</Loaded>
        </Show>
      </div>
      <Show when={opened()}>
        {(group) => <UsageRows filters={filters()} group={group()} onClose={() => setOpened(null)} />}
      </Show>
    </Page>
  )
}

function Report(props: { report: UsageReportDto; onOpen: (group: UsageGroupDto) => void }) {
  const { t, number, exactTime } = useI18n()
  const nameOf = useGroupName()
  const by = () => t(`usage.dimensions.${props.report.by}`)
  const bars = () =>
    props.report.groups.map((group) => ({
      name: nameOf(props.report.by, group),
      value: group.calls,
      part: group.errors,
    }))
  return (
    <Show
      when={props.report.total.calls > 0}
      fallback={
        <Card>
          <EmptyState title={t('usage.emptyTitle')} description={t('usage.emptyHint')} />
        </Card>
      }
    >
      <UsageTotals figures={props.report.total} />
      <Card title={t('usage.chart', by())}>
        <Show
          when={props.report.by === 'day'}
          fallback={<UsageBars label={t('usage.chart', by())} bars={bars().slice(0, mostBars)} />}
        >
          <UsageChart label={t('usage.chart', by())} bars={bars().slice(0, mostDays)} />
        </Show>
      </Card>
      <Card isFlush>
        <UsageTable report={props.report} onOpen={props.onOpen} />
      </Card>
      <p class="text-xs text-ink-3">
        {t('usage.definition')} {t('usage.asOf', exactTime(props.report.asOf))}
        <Show when={props.report.groupCount > props.report.groups.length}>
          {' '}
          {t('usage.more', number(props.report.groups.length), number(props.report.groupCount))}
        </Show>
      </p>
    </Show>
  )
}
