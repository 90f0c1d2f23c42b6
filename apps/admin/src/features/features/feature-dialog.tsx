import type { FeatureRowDto } from '@mozhou/contracts/features/answers'
import { featureStates, featureWords } from '@mozhou/contracts/features/kinds'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { allFeatures, toLines } from './queries.ts'
import { useI18n } from './words.ts'

export function FeatureDialog(props: { row: FeatureRowDto; onClose: () => void }) {
  const { t, pick } = useI18n()
  const client = useQueryClient()
  const { feature, state: before } = untrack(() => props.row)
  const [state, setState] = createSignal(before)
  const change = useMutation(() => ({
    mutationFn: () => api.features.set.mutate({ feature, before, state: state() }),
    onSuccess: (rows) => {
      client.setQueryData(allFeatures().queryKey, toLines(rows))
      toastSuccess({ title: t('features.changed') })
      props.onClose()
    },
    // Somebody else may have changed it: what stands in the list is read again.
    onError: () => client.invalidateQueries({ queryKey: allFeatures().queryKey }),
  }))
  return (
    <ConfirmDialog
      isOpen
      onClose={() => props.onClose()}
      title={t('features.changeTitle', pick(featureWords[feature]))}
      description={t(`features.changeHintOf.${state()}`)}
      action={t('ui.save')}
      isPending={change.isPending}
      onConfirm={() => change.mutate()}
    >
      <div class="flex flex-col gap-4">
        <Field label={t('features.state')}>
          <Segmented
            value={state()}
            onValueChange={setState}
            options={featureStates.map((value) => ({ value, label: t(`features.stateOf.${value}`) }))}
          />
        </Field>
        <Refusal error={change.error} />
      </div>
    </ConfirmDialog>
  )
}
