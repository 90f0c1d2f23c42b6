import { Button } from '@mozhou/ui/components/button.tsx'
import { saveFile } from '@mozhou/ui/device/save-file'
import { DecisionDialog } from '@mozhou/ui/forms/decision-dialog.tsx'
import Download from 'lucide-solid/icons/download'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import type { WithdrawalFilters } from './withdrawal-search.ts'
import { useI18n } from './words.ts'

/** What was paid, with names and ID numbers, for the tax office: of the days that the list is of, else of this year so far. */
export function NamedExport(props: { filters: WithdrawalFilters }) {
  const { t, locale } = useI18n()
  const [isOpen, setIsOpen] = createSignal(false)
  const days = () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const to = props.filters.to ?? today
    return { from: props.filters.from ?? `${to.slice(0, 4)}-01-01`, to }
  }
  const toInput = (reason: string) => ({ ...days(), reason, locale: locale() })
  return (
    <>
      <Button icon={<Download size={16} aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        {t('withdrawals.namedExport')}
      </Button>
      <Show when={isOpen()}>
        <DecisionDialog
          title={t('withdrawals.namedExport')}
          description={t('withdrawals.namedExportHint', days().from, days().to)}
          action={t('withdrawals.namedExportGo')}
          note={{
            label: t('withdrawals.exportReason'),
            placeholder: t('withdrawals.exportReasonPlaceholder'),
            name: 'reason',
          }}
          toInput={toInput}
          schema={() => import('@mozhou/contracts/withdrawals/inputs').then((module) => module.exportWithdrawalsInput)}
          send={async (reason) => saveFile(await api.withdrawals.export.mutate(toInput(reason)))}
          done={t('withdrawals.namedExportDone')}
          onDone={() => Promise.resolve()}
          onClose={() => setIsOpen(false)}
        />
      </Show>
    </>
  )
}
