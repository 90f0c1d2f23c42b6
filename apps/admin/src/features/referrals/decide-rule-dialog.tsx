import type { ReferralRuleDto } from '@mozhou/contracts/referrals/answers'
import { DecisionDialog } from '@mozhou/ui/forms/decision-dialog.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { referralRulesKey } from './queries.ts'
import { useI18n } from './words.ts'

/** Whoever proposed it may take it back by refusing it; approving takes another person. */
export function DecideRuleDialog(props: { rule: ReferralRuleDto; onClose: () => void }) {
  const { t, number } = useI18n()
  const client = useQueryClient()
  const [choice, setChoice] = createSignal<'approve' | 'reject'>('approve')
  const toInput = (reason: string) => ({ ruleId: props.rule.id, isApproved: choice() === 'approve', reason })
  return (
    <DecisionDialog
      title={t('rebateRules.decideTitle', number(props.rule.version))}
      description={t('rebateRules.decideHint')}
      action={t(choice() === 'approve' ? 'rebateRules.approve' : 'rebateRules.reject')}
      choice={{
        label: t('rebateRules.decision'),
        value: choice(),
        onChange: setChoice,
        options: [
          { value: 'approve', label: t('rebateRules.approve') },
          { value: 'reject', label: t('rebateRules.reject') },
        ],
      }}
      note={{ label: t('rebateRules.reason'), placeholder: t('rebateRules.reasonPlaceholder'), name: 'reason' }}
      toInput={toInput}
      schema={() => import('@mozhou/contracts/referrals/inputs').then((module) => module.decideRuleInput)}
      send={(reason) => api.referrals.decideRule.mutate(toInput(reason))}
      done={t('rebateRules.decided')}
      onDone={() => client.invalidateQueries({ queryKey: referralRulesKey })}
      onClose={() => props.onClose()}
    />
  )
}
