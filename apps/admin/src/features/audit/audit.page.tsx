import { auditActions, moneyActions } from '@mozhou/contracts/audit/actions'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { tableFile } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { usePermissions } from '../accounts/use-permissions.ts'
import { actionWording } from './action-words.ts'
import { parseAuditFilters } from './audit-filters.ts'
import { AuditTable, readAudit, useAuditColumns } from './audit-table.tsx'
import { auditMenu } from './menu.ts'
import { useI18n } from './words.ts'

export function AuditPage() {
  const { t, pick } = useI18n()
  const may = usePermissions()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/audit' })
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/audit', search: parseAuditFilters(raw), replace: true })
  const columns = useAuditColumns(() => undefined)
  const actions = () => (may('audit:read') ? auditActions : moneyActions)
  return (
    <Page title={pick(auditMenu.title)} subtitle={t('audit.subtitle')}>
      <Card isFlush>
        <FilterBar
          search={{ ...search() }}
          onChange={(part) => apply({ ...search(), ...part })}
          searchLabel={t('audit.search')}
          hasDays
          choices={[
            {
              name: 'action',
              any: t('audit.anyAction'),
              options: actions().map((value) => ({ value, label: pick(actionWording(value)) })),
            },
          ]}
        >
          <SavedFilters table="audit" search={{ ...search() }} onApply={apply} />
          <ExportButton file={() => tableFile('audit', columns(), readAudit(search()))} />
        </FilterBar>
        <AuditTable filters={search()} />
      </Card>
    </Page>
  )
}
