import type { PlanRowDto } from '@mozhou/contracts/orders/admin-answers'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { singlePage } from '@mozhou/ui/components/single-page'
import { useQuery } from '@mozhou/ui/api/use-query'
import { createSignal, Show } from 'solid-js'
import { usePermissions } from '../accounts/use-permissions.ts'
import { plansMenu } from './menu.ts'
import { PlanDialog } from './plan-dialog.tsx'
import { allPlans } from './queries.ts'
import { useI18n } from './words.ts'

export function PlansPage() {
  const { t, pick, number, money, date, exactTime } = useI18n()
  const may = usePermissions()
  const plans = useQuery(() => allPlans())
  const [edited, setEdited] = createSignal<PlanRowDto | null>(null)
  const columns = (): Column<PlanRowDto>[] => [
    {
      key: 'name',
      header: t('plans.name'),
      isPrimary: true,
      cell: (row) => (
        <span class="block">
          <span class="font-medium">{pick(row.name)}</span>
          <span class="block font-mono text-xs text-ink-3">{row.key}</span>
        </span>
      ),
    },
    { key: 'months', header: t('plans.months'), align: 'right', cell: (row) => number(row.months) },
    { key: 'price', header: t('plans.price'), align: 'right', cell: (row) => money(row.priceFen) },
    { key: 'position', header: t('plans.position'), align: 'right', cell: (row) => number(row.position) },
    {
      key: 'sale',
      header: t('plans.sale'),
      cell: (row) => (
        <Badge tone={row.isOnSale ? 'success' : 'neutral'}>{t(row.isOnSale ? 'plans.onSale' : 'plans.offSale')}</Badge>
      ),
    },
    { key: 'sold', header: t('plans.sold'), align: 'right', cell: (row) => number(row.soldCount) },
    {
      key: 'version',
      header: t('plans.version'),
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
          <Button size="sm" aria-label={`${t('plans.edit')} ${pick(row.name)}`} onClick={() => setEdited(row)}>
            {t('plans.edit')}
          </Button>
        </Show>
      ),
    },
  ]
  return (
    <Page title={pick(plansMenu.title)} subtitle={t('plans.subtitle')}>
      <Card isFlush>
        <DataTable
          caption={pick(plansMenu.title)}
          columns={columns()}
          query={singlePage(plans)}
          empty={<EmptyState title={t('plans.emptyTitle')} />}
        />
      </Card>
      <Show when={edited()} keyed>
        {(plan) => <PlanDialog plan={plan} onClose={() => setEdited(null)} />}
      </Show>
    </Page>
  )
}
