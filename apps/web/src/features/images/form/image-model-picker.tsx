import { useQuery } from '@mozhou/ui/api/use-query'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { forgetDevice, readDevice, writeDevice } from '@mozhou/ui/device/device-storage'
import { createEffect, createSignal } from 'solid-js'
import { imageModels } from '../queries.ts'
import { useI18n } from '../words.ts'
import { useImageCost } from './use-image-cost.ts'

const storageKey = 'mozhou.imageModel'
const automatic = 'auto'

/** null lets the API choose among those that can do what is asked. */
const [chosenModelId, setSignal] = createSignal<string | null>(readDevice(storageKey))

export { chosenModelId as chosenImageModelId }

function choose(modelId: string | null): void {
  if (modelId === null) forgetDevice(storageKey)
  else writeDevice(storageKey, modelId)
  setSignal(modelId)
}

export function ImageModelPicker() {
  const { t } = useI18n()
  const cost = useImageCost()
  const models = useQuery(() => imageModels())
  const list = () => models.data ?? []
  // A model that was switched off, or is no longer allowed, must not stay chosen.
  createEffect(() => {
    if (models.status !== 'success' || chosenModelId() === null) return
    const chosen = list().find(({ id }) => id === chosenModelId())
    if (!chosen || (chosen.isMembersOnly && !cost.hasMembersModels())) choose(null)
  })
  return (
    <Field label={t('images.form.model')}>
      <Select
        value={chosenModelId() ?? automatic}
        onValueChange={(value) => choose(value === automatic ? null : value)}
        options={[
          {
            value: automatic,
            label: t('writing.modelAuto'),
            description: t('images.form.modelAutoHint', list().find(({ isDefault }) => isDefault)?.alias ?? '—'),
          },
          ...list().map((model) => ({
            value: model.id,
            label: model.alias,
            description: [
              t(`vendors.${model.vendor}`),
              model.isMembersOnly ? t('writing.modelMembersOnly') : '',
              model.isSandbox ? t('writing.modelSandbox') : '',
            ]
              .filter(Boolean)
              .join(' · '),
            isDisabled: model.isMembersOnly && !cost.hasMembersModels(),
          })),
        ]}
      />
    </Field>
  )
}
