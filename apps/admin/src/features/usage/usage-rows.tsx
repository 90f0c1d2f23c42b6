import type { UsageRowDto } from '@mozhou/contracts/models/answers'
import type { UsageGroupDto } from '@mozhou/contracts/models/usage-answers'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { IdLink } from '../accounts/id-link.tsx'
import { useI18n } from './words.ts'
import { useUsageRowColumns } from '../models/usage-list.tsx'
import { toolTitle } from '../prompts/tool-title.ts'
import { usageRows } from './queries.ts'
import type { UsageFilters } from './usage-filters.ts'
import { groupFilter } from './usage-filters.ts'
import { useGroupName } from './use-group-name.ts'

/** The calls behind one line of the report. */
export function UsageRows(props: { filters: UsageFilters; group: UsageGroupDto; onClose: () => void }) {
  const { t, pick } = useI18n()
  const nameOf = useGroupName()
  const filter = () => {
    const { by, ...rest } = props.filters
    return { ...rest, ...groupFilter(by, props.group.key) }
  }
  const rows = useInfiniteQuery(() => usageRows(filter()))
  const [outcome, ...figures] = useUsageRowColumns()()
  const columns = (): Column<UsageRowDto>[] => [
    ...(outcome ? [outcome] : []),
    { key: 'model', header: t('usage.dimensions.model'), cell: (row) => row.model },
    {
      key: 'tool',
      header: t('usage.dimensions.tool'),
      cell: (row) => (row.tool === null ? '—' : pick(toolTitle(row.tool))),
    },
    {
      key: 'user',
      header: t('usage.dimensions.user'),
      cell: (row) => (row.userId === null ? '—' : <IdLink id={row.userId} />),
    },
    { key: 'purpose', header: t('usage.purpose'), cell: (row) => t(`usage.purposes.${row.purpose}`) },
    ...figures,
  ]
  return (
    <Dialog
      isOpen
      onClose={() => props.onClose()}
      placement="drawer"
      size="lg"
      title={t('usage.rowsOf', nameOf(props.filters.by, props.group))}
    >
      <DataTable
        caption={t('usage.rows')}
        columns={columns()}
        query={rows}
        empty={<EmptyState title={t('usage.rowsEmpty')} />}
      />
    </Dialog>
  )
}
