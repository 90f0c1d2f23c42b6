import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { AuditTable } from './audit-table.tsx'
import { auditMenu } from './menu.ts'
import { useI18n } from './words.ts'

export function AuditPage() {
  const { t, pick } = useI18n()
  return (
    <Page title={pick(auditMenu.title)} subtitle={t('audit.subtitle')}>
      <Card isFlush>
        <AuditTable filters={{}} />
      </Card>
    </Page>
  )
}
