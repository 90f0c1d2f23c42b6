import type { WebhookDto } from '@mozhou/contracts/webhooks/answers'
import { mostWebhooks } from '@mozhou/contracts/webhooks/kinds'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { Deliveries } from './deliveries.tsx'
import { myWebhooks, webhooksKey } from './queries.ts'
import { WebhookDialog } from './webhook-dialog.tsx'
import { useI18n } from './words.ts'

/** Addresses of the person's own that are told of outcomes, and what was sent to each. */
export function WebhooksPage() {
  const { t } = useI18n()
  const webhooks = useQuery(() => myWebhooks())
  const [isAdding, setIsAdding] = createSignal(false)
  return (
    <Page
      title={t('webhooks.title')}
      subtitle={t('webhooks.pageSubtitle')}
      aside={
        <Button
          variant="primary"
          disabled={(webhooks.data?.webhooks.length ?? 0) >= mostWebhooks}
          onClick={() => setIsAdding(true)}
        >
          {t('webhooks.add')}
        </Button>
      }
    >
      <Loaded query={webhooks}>
        {(data) => (
          <Show
            when={data().webhooks.length > 0}
            fallback={
              <Card isFlush>
                <EmptyState title={t('webhooks.emptyTitle')} description={t('webhooks.emptyHint')} />
              </Card>
            }
          >
            <div class="flex flex-col gap-4">
              <For each={data().webhooks}>{(webhook) => <WebhookCard webhook={webhook} />}</For>
            </div>
          </Show>
        )}
      </Loaded>
      <Show when={isAdding()}>
        <WebhookDialog onClose={() => setIsAdding(false)} />
      </Show>
    </Page>
  )
}

function WebhookCard(props: { webhook: WebhookDto }) {
  const { t, time } = useI18n()
  const told = () => props.webhook.events.map((event) => t(`webhooks.eventOf.${event}`)).join(' · ')
  const delivered = () => {
    const at = props.webhook.deliveredAt
    return at === null ? t('webhooks.neverDelivered') : t('webhooks.lastDelivered', time(at))
  }
  return (
    <Card isFlush>
      <div class="flex flex-wrap items-start gap-x-4 gap-y-3 border-b border-line p-4">
        <div class="min-w-0 flex-1 basis-64">
          <p class="font-mono text-sm break-all">{props.webhook.url}</p>
          <p class="text-xs text-ink-2">{told()}</p>
          <p class="text-xs text-ink-3">{delivered()}</p>
        </div>
        <WebhookDeeds webhook={props.webhook} />
      </div>
      <Deliveries webhook={props.webhook} />
    </Card>
  )
}

function WebhookDeeds(props: { webhook: WebhookDto }) {
  const { t, error } = useI18n()
  const client = useQueryClient()
  const [isAsking, setIsAsking] = createSignal(false)
  const reread = () => client.invalidateQueries({ queryKey: webhooksKey })
  const failed = (cause: unknown) => toastError({ title: error(cause) })
  const turn = useMutation(() => ({
    mutationFn: (isOn: boolean) => api.webhooks.save.mutate({ webhookId: props.webhook.id, isOn }),
    onError: failed,
    onSettled: reread,
  }))
  const remove = useMutation(() => ({
    mutationFn: () => api.webhooks.remove.mutate({ webhookId: props.webhook.id }),
    onSuccess: () => toastSuccess({ title: t('webhooks.removed') }),
    onError: failed,
    onSettled: reread,
  }))
  return (
    <div class="flex items-center gap-3">
      <Switch label={t('webhooks.isOn')} isOn={props.webhook.isOn} onChange={(isOn) => turn.mutate(isOn)} />
      <Button
        size="sm"
        variant="ghost"
        aria-label={t('webhooks.removeOf', props.webhook.url)}
        onClick={() => setIsAsking(true)}
      >
        {t('webhooks.remove')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking()}
        onClose={() => setIsAsking(false)}
        title={t('webhooks.removeTitle')}
        description={t('webhooks.removeHint')}
        action={t('webhooks.remove')}
        isDanger
        isPending={remove.isPending}
        onConfirm={() => remove.mutate()}
      />
    </div>
  )
}
