import type { CreateModelInput, UpdateModelInput } from '@mozhou/contracts/models/inputs'
import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { For, Show, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'
import { ModelForm } from './model-form.tsx'
import { changedParts, emptyModelForm, modelFormOf, modelInputOf } from './model-form-values.ts'
import type { ModelFormValues } from './model-form-values.ts'
import { modelIssues } from './model-issues.ts'
import { ModelTest } from './model-test.tsx'
import { ModelTools } from './model-tools.tsx'
import { modelsKey } from './queries.ts'
import { DefaultEndsNotice, RetirementNotice } from './retirement-notice.tsx'

interface ModelDrawerProps {
  /** null adds a new one. */
  model: ModelAdminDto | null
  others: readonly ModelAdminDto[]
  onClose: () => void
}

export function ModelDrawer(props: ModelDrawerProps) {
  const { t, fieldIssue } = useI18n()
  const client = useQueryClient()
  const initial = untrack(() => (props.model ? modelFormOf(props.model, Date.now()) : emptyModelForm(Date.now())))
  const form = createForm({
    initial,
    toInput: (values) => modelInputOf(values, props.model !== null),
    schema: async () => {
      const { createModelInput, updateModelInput } = await import('@mozhou/contracts/models/inputs')
      return props.model ? updateModelInput.shape.changes : createModelInput
    },
  })
  const changesOf = (values: ModelFormValues) =>
    changedParts(modelInputOf(initial, true), modelInputOf(values, true)) as UpdateModelInput['changes']
  const createOf = (values: ModelFormValues) => modelInputOf(values, false) as CreateModelInput
  const test = (values: ModelFormValues) =>
    props.model
      ? api.models.testCall.mutate({ modelId: props.model.id, changes: changesOf(values) })
      : api.models.testUnsaved.mutate(createOf(values))
  const save = useMutation(() => ({
    mutationFn: async () => {
      const values = await form.check()
      if (!values) return
      if (props.model) await api.models.update.mutate({ modelId: props.model.id, changes: changesOf(values) })
      else await api.models.create.mutate(createOf(values))
      toastSuccess({ title: t('models.saved') })
      props.onClose()
      await client.invalidateQueries({ queryKey: modelsKey })
    },
    onError: (cause) => form.showIssues(modelIssues(cause)),
  }))
  return (
    <Dialog
      isOpen
      onClose={() => props.onClose()}
      placement="drawer"
      size="md"
      title={props.model ? t('models.editTitle', props.model.alias) : t('models.addTitle')}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            isPending={save.isPending}
            onClick={() => {
              if (!save.isPending) save.mutate()
            }}
          >
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-5">
        <ModelTest form={form} send={test} />
        <Show when={props.model}>{(model) => <ModelTools model={model()} onRemoved={() => props.onClose()} />}</Show>
        <Show when={props.model}>
          {(model) => <RetirementNotice model={model()} onUse={(id) => form.set('upstreamModel', id)} />}
        </Show>
        <Show when={props.model?.isDefault}>
          <DefaultEndsNotice day={form.values().shutdownAt} />
        </Show>
        <ModelForm
          form={form}
          keyLast4={props.model?.credentialsLast4 || null}
          others={props.others.filter((other) => other.id !== props.model?.id)}
        />
        <Show when={form.strayIssues().length > 0}>
          <Notice tone="danger">
            <For each={form.strayIssues()}>{(issue) => <p>{fieldIssue(issue.path, issue)}</p>}</For>
          </Notice>
        </Show>
        <Refusal error={modelIssues(save.error).length > 0 ? null : save.error} />
      </div>
    </Dialog>
  )
}
