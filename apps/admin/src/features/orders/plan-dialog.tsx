import type { PlanBenefits } from '@mozhou/contracts/memberships/benefits'
import type { PlanRowDto } from '@mozhou/contracts/orders/admin-answers'
import { yuanText } from '@mozhou/contracts/orders/prices'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { NumberInput } from '@mozhou/ui/components/number-input.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { untrack } from 'solid-js'
import { api } from '../../api.ts'
import { PlanBenefitFields } from './plan-benefit-fields.tsx'
import { plansKey } from './queries.ts'
import { readYuan } from './read-yuan.ts'
import { useI18n } from './words.ts'

interface Values extends PlanBenefits {
  zh: string
  en: string
  price: string
  position: number
  isOnSale: boolean
}

/** What a plan costs, brings and is called from now on; orders that were made, and months under way, keep what they bought. */
export function PlanDialog(props: { plan: PlanRowDto; onClose: () => void }) {
  const { t, pick, fieldIssue } = useI18n()
  const client = useQueryClient()
  const toInput = ({ zh, en, price, position, isOnSale, ...benefits }: Values) => ({
    planId: props.plan.id,
    version: props.plan.version,
    changes: { name: { zh, en }, priceFen: readYuan(price), position, isOnSale, benefits },
  })
  const form = createForm<Values>({
    initial: untrack(() => ({
      ...props.plan.name,
      ...props.plan.benefits,
      price: yuanText(props.plan.priceFen),
      position: props.plan.position,
      isOnSale: props.plan.isOnSale,
    })),
    toInput,
    schema: () => import('@mozhou/contracts/orders/admin-inputs').then((module) => module.updatePlanInput),
  })
  const save = useMutation(() => ({
    mutationFn: (values: Values): Promise<PlanRowDto> => api.orders.updatePlan.mutate(toInput(values)),
    onSuccess: async (saved) => {
      toastSuccess({ title: t('plans.saved') })
      // At once: who edits it again must not meet their own change as somebody else's.
      client.setQueryData<PlanRowDto[]>(plansKey, (plans) =>
        plans?.map((plan) => (plan.id === saved.id ? saved : plan)),
      )
      props.onClose()
      await client.invalidateQueries({ queryKey: plansKey })
    },
    onError: (cause: unknown) => form.showIssues(toShownError(cause).fields),
  }))
  /** What the schema calls it lies deeper than its box. */
  const wrong = (path: string, label: string) => {
    const issue = form.strayIssues().find((found) => found.path === path)
    return issue && fieldIssue(label, issue)
  }
  async function confirm() {
    const values = await form.check()
    if (values && !save.isPending) save.mutate(values)
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={() => props.onClose()}
      title={t('plans.editTitle', pick(props.plan.name))}
      description={t('plans.editHint')}
      action={t('ui.save')}
      isPending={save.isPending}
      onConfirm={() => void confirm()}
    >
      <div class="flex flex-col gap-4">
        <Field label={t('plans.nameZh')} error={wrong('changes.name.zh', t('plans.nameZh'))} isRequired>
          <TextInput value={form.values().zh} onValueChange={(zh) => form.set('zh', zh)} />
        </Field>
        <Field label={t('plans.nameEn')} error={wrong('changes.name.en', t('plans.nameEn'))} isRequired>
          <TextInput value={form.values().en} onValueChange={(en) => form.set('en', en)} />
        </Field>
        <Field label={t('plans.price')} error={wrong('changes.priceFen', t('plans.price'))} isRequired>
          <TextInput
            inputMode="decimal"
            value={form.values().price}
            onValueChange={(price) => form.set('price', price)}
          />
        </Field>
        <Field label={t('plans.position')} error={wrong('changes.position', t('plans.position'))}>
          <NumberInput
            value={form.values().position}
            onValueChange={(position) => form.set('position', position)}
            min={1}
            max={1_000}
          />
        </Field>
        <Switch
          isOn={form.values().isOnSale}
          onChange={(isOnSale) => form.set('isOnSale', isOnSale)}
          label={t('plans.sale')}
          hint={t('plans.saleHint')}
        />
        <PlanBenefitFields form={form} wrong={wrong} />
        <Refusal error={save.error} />
      </div>
    </ConfirmDialog>
  )
}
