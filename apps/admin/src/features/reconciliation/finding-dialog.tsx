import type { FindingDto } from '@mozhou/contracts/reconciliation/answers'
import type { FindingResolution } from '@mozhou/contracts/reconciliation/kinds'
import { toShownError } from '@mozhou/ui/api/wire-error'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { reconciliationKey } from './queries.ts'
import { useI18n } from './words.ts'

/** What a difference turned out to be. It is noted; money is moved elsewhere. */
export function FindingDialog(props: { finding: FindingDto; onClose: () => void }) {
  const { t, fieldIssue } = useI18n()
  const client = useQueryClient()
  const [resolution, setResolution] = createSignal<FindingResolution>(
    untrack(() => props.finding.possibleResolutions[0] ?? 'corrected_here'),
  )
  const form = createForm({
    initial: { note: '' },
    toInput: ({ note }) => ({ findingId: props.finding.id, resolution: resolution(), note }),
    schema: () => import('@mozhou/contracts/reconciliation/inputs').then((module) => module.resolveFindingInput),
  })
  const resolve = useMutation(() => ({
    mutationFn: (note: string) =>
      api.reconciliation.resolve.mutate({ findingId: props.finding.id, resolution: resolution(), note }),
    onSuccess: async () => {
      toastSuccess({ title: t('reconciliation.resolved') })
      props.onClose()
      await client.invalidateQueries({ queryKey: reconciliationKey })
    },
    onError: (cause: unknown) => form.showIssues(toShownError(cause).fields),
  }))
  const wrong = () => {
    const issue = form.issue('note')
    return issue && fieldIssue(t('reconciliation.note'), issue)
  }
  async function confirm() {
    const values = await form.check()
    if (values && !resolve.isPending) resolve.mutate(values.note)
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={() => props.onClose()}
      title={t('reconciliation.resolveTitle')}
      description={t(`reconciliation.resolutionHintOf.${resolution()}`)}
      action={t('reconciliation.resolve')}
      isPending={resolve.isPending}
      onConfirm={() => void confirm()}
    >
      <div class="flex flex-col gap-4">
        <Field label={t('reconciliation.resolution')}>
          <Segmented<FindingResolution>
            value={resolution()}
            onValueChange={setResolution}
            options={props.finding.possibleResolutions.map((value) => ({
              value,
              label: t(`reconciliation.resolutionOf.${value}`),
            }))}
          />
        </Field>
        <Field label={t('reconciliation.note')} error={wrong()} isRequired>
          <TextArea
            placeholder={t('reconciliation.notePlaceholder')}
            value={form.values().note}
            onValueChange={(note) => form.set('note', note)}
          />
        </Field>
        <Refusal error={resolve.error} />
      </div>
    </ConfirmDialog>
  )
}
