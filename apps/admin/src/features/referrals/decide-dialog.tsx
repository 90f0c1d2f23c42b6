import { DecisionDialog } from '@mozhou/ui/forms/decision-dialog.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { rebatesKey } from './queries.ts'
import { useI18n } from './words.ts'

export function DecideDialog(props: { rebateId: string; decision: 'release' | 'reject'; onClose: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const isRelease = () => props.decision === 'release'
  const send = (reason: string) =>
    isRelease()
      ? api.referrals.approve.mutate({ referralId: props.rebateId, reason })
      : api.referrals.reject.mutate({ rebateId: props.rebateId, reason })
  return (
    <DecisionDialog
      title={t(isRelease() ? 'rebates.releaseTitle' : 'rebates.rejectTitle')}
      description={t(isRelease() ? 'rebates.releaseHint' : 'rebates.rejectHint')}
      action={t(isRelease() ? 'rebates.release' : 'rebates.reject')}
      isDanger={!isRelease()}
      note={{ label: t('rebates.reason'), placeholder: t('rebates.reasonPlaceholder'), name: 'reason' }}
      toInput={(reason) => ({ rebateId: props.rebateId, reason })}
      schema={() => import('@mozhou/contracts/referrals/inputs').then((module) => module.decideRebateInput)}
      send={send}
      done={t(isRelease() ? 'rebates.released' : 'rebates.rejected')}
      onDone={() => client.invalidateQueries({ queryKey: rebatesKey })}
      onClose={() => props.onClose()}
    />
  )
}
