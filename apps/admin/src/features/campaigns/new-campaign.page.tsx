import type { CampaignRowDto } from '@mozhou/contracts/campaigns/admin-answers'
import { refusalIssues } from '@mozhou/ui/wire/refusal-issues'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Link, useNavigate } from '@tanstack/solid-router'
import { api } from '../../api.ts'
import { CampaignForm } from './campaign-form.tsx'
import { emptyValues, toInput } from './campaign-form-values.ts'
import type { CampaignValues } from './campaign-form-values.ts'
import { DryRunCard } from './dry-run-card.tsx'
import { campaignsKey } from './queries.ts'
import { useI18n } from './words.ts'

export function NewCampaignPage() {
  const { t } = useI18n()
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = createForm<CampaignValues>({
    initial: emptyValues(),
    toInput,
    schema: () => import('@mozhou/contracts/campaigns/admin-inputs').then((module) => module.createCampaignInput),
  })
  const save = useMutation(() => ({
    mutationFn: (values: CampaignValues): Promise<CampaignRowDto> => api.campaigns.create.mutate(toInput(values)),
    onSuccess: async ({ id }) => {
      toastSuccess({ title: t('campaigns.created') })
      await client.invalidateQueries({ queryKey: campaignsKey })
      await navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } })
    },
    onError: (cause: unknown) => form.showIssues(refusalIssues(cause)),
  }))
  async function confirm() {
    const values = await form.check()
    if (values && !save.isPending) save.mutate(values)
  }
  return (
    <Page
      title={t('campaigns.newTitle')}
      subtitle={t('campaigns.newHint')}
      aside={
        <Link to="/campaigns" class="text-sm text-accent-text hover:underline">
          {t('campaigns.back')}
        </Link>
      }
    >
      <div class="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <Card>
          <form
            class="flex flex-col gap-5"
            onSubmit={(event) => {
              event.preventDefault()
              void confirm()
            }}
          >
            <CampaignForm form={form} isKindFixed={false} listed={null} segment={null} />
            <Refusal error={save.error} />
            <div>
              <Button type="submit" variant="primary" isPending={save.isPending}>
                {t('campaigns.save')}
              </Button>
            </div>
          </form>
        </Card>
        <DryRunCard values={form.values()} onRefused={(cause) => form.showIssues(refusalIssues(cause))} />
      </div>
    </Page>
  )
}
