import type { FindingDto } from '@mozhou/contracts/reconciliation/answers'
import type { FindingResolution } from '@mozhou/contracts/reconciliation/kinds'
import { DecisionDialog } from '@mozhou/ui/forms/decision-dialog.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { reconciliationKey } from './queries.ts'
import { useI18n } from './words.ts'

/** What a difference turned out to be. It is noted; money is moved elsewhere. */
export function FindingDialog(props: { finding: FindingDto; onClose: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [resolution, setResolution] = createSignal<FindingResolution>(
    untrack(() => props.finding.possibleResolutions[0] ?? 'corrected_here'),
  )
  const toInput = (note: string) => ({ findingId: props.finding.id, resolution: resolution(), note })
  return (
    <DecisionDialog<FindingResolution>
      title={t('reconciliation.resolveTitle')}
      description={t(`reconciliation.resolutionHintOf.${resolution()}`)}
      action={t('reconciliation.resolve')}
      choice={{
        label: t('reconciliation.resolution'),
        value: resolution(),
        onChange: setResolution,
        options: props.finding.possibleResolutions.map((value) => ({
          value,
          label: t(`reconciliation.resolutionOf.${value}`),
        })),
      }}
      note={{ name: 'note', label: t('reconciliation.note'), placeholder: t('reconciliation.notePlaceholder') }}
      toInput={toInput}
      schema={() => import('@mozhou/contracts/reconciliation/inputs').then((module) => module.resolveFindingInput)}
      send={(note) => api.reconciliation.resolve.mutate(toInput(note))}
      done={t('reconciliation.resolved')}
      onDone={() => client.invalidateQueries({ queryKey: reconciliationKey })}
      onClose={() => props.onClose()}
    />
  )
}
