import { fenOf, yuanOf } from '@mozhou/contracts/orders/yuan-input'
import type { WithdrawalRulesDto } from '@mozhou/contracts/withdrawals/answers'
import { taxPolicies } from '@mozhou/contracts/withdrawals/kinds'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { withdrawalRules } from './queries.ts'
import { useI18n } from './words.ts'

const amounts = ['leastFen', 'dayFen', 'monthFen', 'reviewFromFen'] as const
type Amount = (typeof amounts)[number]

/** All the rules at once, on top of the version that was read. */
export function RulesDialog(props: { rules: WithdrawalRulesDto; onClose: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [isOn, setIsOn] = createSignal(untrack(() => props.rules.isOn))
  const [taxPolicy, setTaxPolicy] = createSignal(untrack(() => props.rules.taxPolicy))
  const [yuan, setYuan] = createSignal<Readonly<Record<Amount, string>>>(
    untrack(() => ({
      leastFen: yuanOf(props.rules.leastFen),
      dayFen: yuanOf(props.rules.dayFen),
      monthFen: yuanOf(props.rules.monthFen),
      reviewFromFen: yuanOf(props.rules.reviewFromFen),
    })),
  )
  const fen = () => {
    const { leastFen, dayFen, monthFen, reviewFromFen } = yuan()
    const read = {
      leastFen: fenOf(leastFen),
      dayFen: fenOf(dayFen),
      monthFen: fenOf(monthFen),
      reviewFromFen: fenOf(reviewFromFen),
    }
    return isWhole(read) ? read : null
  }
  const save = useMutation(() => ({
    mutationFn: (limits: Record<Amount, number>) =>
      api.withdrawals.saveRules.mutate({
        version: props.rules.version,
        isOn: isOn(),
        taxPolicy: taxPolicy(),
        ...limits,
      }),
    onSuccess: (saved) => {
      client.setQueryData(withdrawalRules().queryKey, saved)
      toastSuccess({ title: t('withdrawals.rulesSaved') })
      props.onClose()
    },
  }))
  const press = () => {
    const limits = fen()
    if (limits !== null && !save.isPending) save.mutate(limits)
  }
  return (
    <Dialog
      isOpen
      size="sm"
      onClose={() => props.onClose()}
      title={t('withdrawals.rules')}
      description={t('withdrawals.rulesHint')}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button variant="primary" isPending={save.isPending} disabled={fen() === null} onClick={press}>
            {t('withdrawals.saveRules')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <Switch label={t('withdrawals.isOn')} isOn={isOn()} onChange={setIsOn} />
        <For each={amounts}>
          {(name) => (
            <Field
              label={t(`withdrawals.${name}`)}
              error={fenOf(yuan()[name]) === null ? t('withdrawals.badAmount') : undefined}
            >
              <TextInput
                inputMode="decimal"
                value={yuan()[name]}
                onValueChange={(value) => setYuan((before) => ({ ...before, [name]: value }))}
              />
            </Field>
          )}
        </For>
        <Field label={t('withdrawals.taxPolicy')}>
          <Segmented
            value={taxPolicy()}
            onValueChange={setTaxPolicy}
            options={taxPolicies.map((value) => ({ value, label: t(`withdrawals.policyOf.${value}`) }))}
          />
        </Field>
        <Refusal error={save.error} />
      </div>
    </Dialog>
  )
}

function isWhole(read: Record<Amount, number | null>): read is Record<Amount, number> {
  return Object.values(read).every((value) => value !== null)
}
