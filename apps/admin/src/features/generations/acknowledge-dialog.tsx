import { DecisionDialog } from '@mozhou/ui/forms/decision-dialog.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'

/** Notes of a run that needed somebody that it was seen to. `readAgain` names the queries that show it. */
export function AcknowledgeDialog(props: { workflowId: string; readAgain: readonly string[]; onClose: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const toInput = (note: string) => ({ workflowId: props.workflowId, note })
  return (
    <DecisionDialog
      title={t('generations.acknowledgeTitle')}
      description={t('generations.acknowledgeHint')}
      action={t('generations.acknowledge')}
      note={{ name: 'note', label: t('generations.note'), placeholder: t('generations.notePlaceholder') }}
      toInput={toInput}
      schema={() => import('@mozhou/contracts/generations/inputs').then((module) => module.acknowledgeRunInput)}
      send={(note) => api.workflows.acknowledge.mutate(toInput(note))}
      done={t('generations.acknowledged')}
      onDone={() => client.invalidateQueries({ queryKey: props.readAgain })}
      onClose={() => props.onClose()}
    />
  )
}
