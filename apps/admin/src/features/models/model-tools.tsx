import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'
import { PriceHistory } from './price-history.tsx'
import { modelsKey } from './queries.ts'
import { UsageList } from './usage-list.tsx'

/** What can be done with a model besides editing it: make it the default, remove it, see its calls and prices. */
export function ModelTools(props: { model: ModelAdminDto; onRemoved: () => void }) {
  const { t, error } = useI18n()
  const client = useQueryClient()
  const [isRemoving, setIsRemoving] = createSignal(false)
  const [isUsageOpen, setIsUsageOpen] = createSignal(false)
  const [arePricesOpen, setArePricesOpen] = createSignal(false)
  const readAgain = () => client.invalidateQueries({ queryKey: modelsKey })
  const setDefault = useMutation(() => ({
    mutationFn: () => api.models.setDefault.mutate({ modelId: props.model.id }),
    onSuccess: () => {
      toastSuccess({ title: t('models.madeDefault', props.model.alias) })
      return readAgain()
    },
    onError: (cause) => toastError({ title: error(cause) }),
  }))
  const remove = useMutation(() => ({
    mutationFn: () => api.models.remove.mutate({ modelId: props.model.id }),
    onSuccess: () => {
      toastSuccess({ title: t('models.removed') })
      props.onRemoved()
      return readAgain()
    },
    onError: (cause) => {
      setIsRemoving(false)
      toastError({ title: error(cause) })
    },
  }))
  return (
    <div class="flex flex-col gap-3">
      <div class="flex flex-wrap gap-2">
        <Show when={!props.model.isDefault}>
          <Button size="sm" isPending={setDefault.isPending} onClick={() => setDefault.mutate()}>
            {t('models.setDefault')}
          </Button>
        </Show>
        <Button size="sm" aria-expanded={isUsageOpen()} onClick={() => setIsUsageOpen(!isUsageOpen())}>
          {t('models.usage')}
        </Button>
        <Button size="sm" aria-expanded={arePricesOpen()} onClick={() => setArePricesOpen(!arePricesOpen())}>
          {t('prices.title')}
        </Button>
        <Button size="sm" variant="ghost" class="text-danger" onClick={() => setIsRemoving(true)}>
          {t('models.remove')}
        </Button>
      </div>
      <Show when={isUsageOpen()}>
        <UsageList modelId={props.model.id} />
      </Show>
      <Show when={arePricesOpen()}>
        <PriceHistory modelId={props.model.id} />
      </Show>
      <ConfirmDialog
        isOpen={isRemoving()}
        onClose={() => setIsRemoving(false)}
        isDanger
        title={t('models.removeTitle', props.model.alias)}
        description={t('models.removeHint')}
        action={t('models.remove')}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate()}
      />
    </div>
  )
}
