import type { PlanRowDto } from '@mozhou/contracts/orders/admin-answers'
import { yuanText } from '@mozhou/contracts/orders/prices'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { singlePage } from '@mozhou/ui/components/single-page'
import { useQuery } from '@mozhou/ui/api/use-query'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import { createSignal, Show } from 'solid-js'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { tableFile, wholePage } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { useAsked } from '../../tables/use-asked.ts'
import { usePermissions } from '../accounts/use-permissions.ts'
import { plansMenu } from './menu.ts'
import { benefitSwitches } from './plan-benefit-names.ts'
import { PlanDialog } from './plan-dialog.tsx'
import { isPlanAskedFor, parsePlanFilters } from './plan-filters.ts'
import { allPlans } from './queries.ts'
import { useI18n } from './words.ts'

export function PlansPage() {
  const { t, pick } = useI18n()
  const plans = useQuery(() => allPlans())
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/plans' })
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/plans', search: parsePlanFilters(raw), replace: true })
  const asked = useAsked(plans, (plan) => isPlanAskedFor(search(), plan))
  const [edited, setEdited] = createSignal<PlanRowDto | null>(null)
  const columns = useColumns(setEdited)
  return (
    <Page title={pick(plansMenu.title)} subtitle={t('plans.subtitle')}>
      <Card isFlush>
        <FilterBar
          search={{ ...search() }}
          onChange={(part) => apply({ ...search(), ...part })}
          searchLabel={t('plans.search')}
          choices={[
            {
              name: 'sale',
              any: t('plans.anySale'),
              options: [
                { value: 'on', label: t('plans.onSale') },
                { value: 'off', label: t('plans.offSale') },
              ],
            },
          ]}
        >
          <SavedFilters table="plans" search={{ ...search() }} onApply={apply} />
          <ExportButton file={() => tableFile('plans', columns(), wholePage(asked.data ?? []))} />
        </FilterBar>
        <DataTable
          caption={pick(plansMenu.title)}
          columns={columns()}
          query={singlePage(asked)}
          empty={<EmptyState title={t('plans.emptyTitle')} />}
        />
      </Card>
      <Show when={edited()} keyed>
        {(plan) => <PlanDialog plan={plan} onClose={() => setEdited(null)} />}
      </Show>
    </Page>
  )
}

function useColumns(onEdit: (plan: PlanRowDto) => void): () => Column<PlanRowDto>[] {
  const { t, pick, number, money, date, exactTime } = useI18n()
  const may = usePermissions()
  return () => [
    {
      key: 'name',
      header: t('plans.name'),
      isPrimary: true,
      text: (row) => `${pick(row.name)} · ${row.key}`,
      cell: (row) => (
        <span class="block">
          <span class="font-medium">{pick(row.name)}</span>
          <span class="block font-mono text-xs text-ink-3">{row.key}</span>
        </span>
      ),
    },
    {
      key: 'months',
      header: t('plans.months'),
      align: 'right',
      cell: (row) => number(row.months),
      text: (row) => row.months,
    },
    {
      key: 'price',
      header: t('plans.price'),
      align: 'right',
      cell: (row) => money(row.priceFen),
      text: (row) => yuanText(row.priceFen),
    },
    {
      key: 'benefits',
      header: t('plans.benefits'),
      text: ({ benefits }) => t('plans.fairUse', number(benefits.dailyLimit), number(benefits.concurrency)),
      cell: ({ benefits }) => (
        <span class="block">
          {t('plans.fairUse', number(benefits.dailyLimit), number(benefits.concurrency))}
          <span class="block text-xs text-ink-3">
            {benefitSwitches
              .filter((name) => benefits[name])
              .map((name) => t(`plans.benefit.${name}`))
              .join(' · ')}
          </span>
        </span>
      ),
    },
    {
      key: 'position',
      header: t('plans.position'),
      align: 'right',
      cell: (row) => number(row.position),
      text: (row) => row.position,
    },
    {
      key: 'sale',
      header: t('plans.sale'),
      text: (row) => t(row.isOnSale ? 'plans.onSale' : 'plans.offSale'),
      cell: (row) => (
        <Badge tone={row.isOnSale ? 'success' : 'neutral'}>{t(row.isOnSale ? 'plans.onSale' : 'plans.offSale')}</Badge>
      ),
    },
    {
      key: 'sold',
      header: t('plans.sold'),
      align: 'right',
      cell: (row) => number(row.soldCount),
      text: (row) => row.soldCount,
    },
    {
      key: 'version',
      header: t('plans.version'),
      text: (row) => row.version,
      cell: (row) => (
        <span title={exactTime(row.updatedAt)}>
          {number(row.version)} · {date(row.updatedAt)}
        </span>
      ),
    },
    {
      key: 'edit',
      header: t('plans.edit'),
      isActions: true,
      cell: (row) => (
        <Show when={may('plan:write')}>
          <Button size="sm" aria-label={`${t('plans.edit')} ${pick(row.name)}`} onClick={() => onEdit(row)}>
            {t('plans.edit')}
          </Button>
        </Show>
      ),
    },
  ]
}
