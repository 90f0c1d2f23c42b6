import type { ModelOptionDto } from '@mozhou/contracts/models/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import type { SelectOption } from '@mozhou/ui/components/select-trigger.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { createEffect, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { chooseModel, chosenModelId } from './chosen-model.ts'
import { modelOptions } from './queries.ts'
import { useCost } from '../works/use-cost.ts'

const automatic = 'auto'

export function ModelPicker() {
  const { t, date } = useI18n()
  const cost = useCost()
  const models = useQuery(() => modelOptions())
  const list = () => models.data ?? []
  const byDefault = () => list().find((model) => model.isDefault)

  // A model that was switched off, or is no longer allowed, must not stay chosen.
  createEffect(() => {
    const chosen = list().find((model) => model.id === chosenModelId())
    if (models.status !== 'success' || chosenModelId() === null) return
    if (!chosen || (chosen.isMembersOnly && !cost.hasMembersModels())) chooseModel(null)
  })

  const describe = (model: ModelOptionDto): string =>
    [
      t(`vendors.${model.vendor}`),
      cost.isMember() ? t('writing.free') : t('writing.price', String(cost.price())),
      model.shutdownAt === null ? '' : t('writing.modelUntil', date(model.shutdownAt)),
    ]
      .filter(Boolean)
      .join(' · ')
  const optionOf = (model: ModelOptionDto): SelectOption => ({
    value: model.id,
    label: model.alias,
    description: describe(model),
    isDisabled: model.isMembersOnly && !cost.hasMembersModels(),
    aside: <ModelMarks model={model} />,
  })
  const options = (): SelectOption[] => [
    {
      value: automatic,
      label: t('writing.modelAuto'),
      description: t('writing.modelAutoHint', byDefault()?.alias ?? '—'),
    },
    ...list().map(optionOf),
  ]
  return (
    <Field label={t('writing.model')}>
      <Select
        value={chosenModelId() ?? automatic}
        onValueChange={(value) => chooseModel(value === automatic ? null : value)}
        options={options()}
      />
    </Field>
  )
}

function ModelMarks(props: { model: ModelOptionDto }) {
  const { t } = useI18n()
  return (
    <span class="flex shrink-0 gap-1">
      <Show when={props.model.isDefault}>
        <Badge>{t('writing.modelDefault')}</Badge>
      </Show>
      <Show when={props.model.isMembersOnly}>
        <Badge tone="accent">{t('writing.modelMembersOnly')}</Badge>
      </Show>
      <Show when={props.model.isSandbox}>
        <Badge tone="warning">{t('writing.modelSandbox')}</Badge>
      </Show>
    </span>
  )
}
