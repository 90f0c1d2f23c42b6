import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { createSignal } from 'solid-js'
import { AuditTable } from '../audit/audit-table.tsx'
import { useI18n } from './words.ts'

type Side = 'target' | 'actor'

/** What was done to somebody, and what they did themself as an operator. */
export function UserAudit(props: { userId: string }) {
  const { t } = useI18n()
  const [side, setSide] = createSignal<Side>('target')
  return (
    <>
      <div class="border-b border-line px-4 py-3">
        <div class="max-w-xs">
          <Segmented<Side>
            label={t('users.tabs.audit')}
            value={side()}
            onValueChange={setSide}
            options={[
              { value: 'target', label: t('users.doneToThem') },
              { value: 'actor', label: t('users.doneByThem') },
            ]}
          />
        </div>
      </div>
      <AuditTable filters={side() === 'target' ? { target: props.userId } : { actorId: props.userId }} />
    </>
  )
}
