import { DecisionDialog } from '@mozhou/ui/forms/decision-dialog.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { rebatesKey } from './queries.ts'
import { useI18n } from './words.ts'

export type RebateDecision = 'release' | 'reject' | 'credit'

const doneWords = { release: 'rebates.released', reject: 'rebates.rejected', credit: 'rebates.credited' } as const

export function DecideDialog(props: { rebateId: string; decision: RebateDecision; onClose: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const send = (reason: string) => {
    const { rebateId } = props
    switch (props.decision) {
      case 'release':
        return api.referrals.approve.mutate({ referralId: rebateId, reason })
      case 'reject':
        return api.referrals.reject.mutate({ rebateId, reason })
      case 'credit':
        return api.referrals.payInCredits.mutate({ rebateId, reason })
    }
  }
  return (
    <DecisionDialog
      title={t(`rebates.${props.decision}Title`)}
      description={t(`rebates.${props.decision}Hint`)}
      action={t(`rebates.${props.decision}`)}
      isDanger={props.decision === 'reject'}
      note={{ label: t('rebates.reason'), placeholder: t('rebates.reasonPlaceholder'), name: 'reason' }}
      toInput={(reason) => ({ rebateId: props.rebateId, reason })}
      schema={() => import('@mozhou/contracts/referrals/inputs').then((module) => module.decideRebateInput)}
      send={send}
      done={t(doneWords[props.decision])}
      onDone={() => client.invalidateQueries({ queryKey: rebatesKey })}
      onClose={() => props.onClose()}
    />
  )
}
