import type { CampaignRowDto } from '@mozhou/contracts/campaigns/admin-answers'
import { refusalIssues } from '@mozhou/ui/wire/refusal-issues'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Show, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { usePermissions } from '../accounts/use-permissions.ts'
import { CampaignForm } from './campaign-form.tsx'
import { toChanges, toValues } from './campaign-form-values.ts'
import type { CampaignValues } from './campaign-form-values.ts'
import { DryRunCard } from './dry-run-card.tsx'
import { campaignRow, campaignsKey } from './queries.ts'
import { useI18n } from './words.ts'

/** Changes what holds from now on; whoever took part keeps what they were promised. */
export function EditCampaign(props: { row: CampaignRowDto }) {
  const { t, number } = useI18n()
  const may = usePermissions()
  const client = useQueryClient()
  const asChanges = (values: CampaignValues) => toChanges(values, props.row)
  const form = createForm<CampaignValues>({
    initial: untrack(() => toValues(props.row)),
    toInput: asChanges,
    schema: () =>
      import('@mozhou/contracts/campaigns/admin-inputs').then((module) => module.updateCampaignInput.shape.changes),
  })
  const save = useMutation(() => ({
    mutationFn: (values: CampaignValues): Promise<CampaignRowDto> =>
      api.campaigns.update.mutate({ campaignId: props.row.id, changes: asChanges(values) }),
    onSuccess: async (saved) => {
      toastSuccess({ title: t('campaigns.saved') })
      client.setQueryData(campaignRow(saved.id).queryKey, saved)
      await client.invalidateQueries({ queryKey: campaignsKey })
    },
    onError: (cause: unknown) => form.showIssues(refusalIssues(cause)),
  }))
  async function confirm() {
    const values = await form.check()
    if (values && !save.isPending) save.mutate(values)
  }
  const mayChange = () => may('campaign:write') && props.row.status !== 'ended'
  return (
    <div class="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <form
        class="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          void confirm()
        }}
      >
        <p class="text-sm text-ink-2">
          {t('campaigns.version', number(props.row.ruleVersion))} · {t('campaigns.newVersion')}
        </p>
        <CampaignForm
          form={form}
          isKindFixed
          listed={props.row.audience.kind === 'list' ? props.row.audience.people : null}
          segment={props.row.audience.kind === 'segment' ? props.row.audience.name : null}
        />
        <Refusal error={save.error} />
        <Show when={mayChange()}>
          <div>
            <Button type="submit" variant="primary" isPending={save.isPending}>
              {t('campaigns.saveChanges')}
            </Button>
          </div>
        </Show>
      </form>
      <DryRunCard values={form.values()} onRefused={(cause) => form.showIssues(refusalIssues(cause))} />
    </div>
  )
}
