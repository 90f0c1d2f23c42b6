import { webhookEvents } from '@mozhou/contracts/webhooks/kinds'
import type { WebhookEvent } from '@mozhou/contracts/webhooks/kinds'
import { refusalIssues } from '@mozhou/ui/wire/refusal-issues'
import { Button } from '@mozhou/ui/components/button.tsx'
import { CopyButton } from '@mozhou/ui/components/copy-button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { webhooksKey } from './queries.ts'
import { useI18n } from './words.ts'

interface Values {
  url: string
  events: WebhookEvent[]
}

/** First the form, then the secret: once, and never again. */
export function WebhookDialog(props: { onClose: () => void }) {
  const { t } = useI18n()
  const [secret, setSecret] = createSignal<string | null>(null)
  const adder = useAdd(setSecret)
  return (
    <Dialog
      isOpen
      onClose={() => props.onClose()}
      title={secret() === null ? t('webhooks.addTitle') : t('webhooks.created')}
      description={secret() === null ? t('webhooks.addHint') : t('webhooks.createdHint')}
      footer={
        <Show
          when={secret() === null}
          fallback={
            <Button variant="primary" onClick={() => props.onClose()}>
              {t('webhooks.saved')}
            </Button>
          }
        >
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button variant="primary" isPending={adder.add.isPending} onClick={() => adder.add.mutate()}>
            {t('webhooks.add')}
          </Button>
        </Show>
      }
    >
      <Show when={secret()} fallback={<WebhookForm adder={adder} />}>
        {(made) => (
          <p class="flex items-center gap-2 rounded-md bg-sunken px-3 py-2">
            <code class="min-w-0 flex-1 text-sm break-all">{made()}</code>
            <CopyButton text={made()} label={t('webhooks.copySecret')} />
          </p>
        )}
      </Show>
    </Dialog>
  )
}

function useAdd(onMade: (secret: string) => void) {
  const client = useQueryClient()
  const form = createForm<Values>({
    initial: { url: '', events: [...webhookEvents] },
    schema: () => import('@mozhou/contracts/webhooks/inputs').then((module) => module.createWebhookInput),
  })
  const add = useMutation(() => ({
    mutationFn: async () => {
      const values = await form.check()
      if (!values) return
      const { secret } = await api.webhooks.create.mutate(values)
      onMade(secret)
      await client.invalidateQueries({ queryKey: webhooksKey })
    },
    onError: (cause) => form.showIssues(refusalIssues(cause)),
  }))
  return { form, add }
}

function WebhookForm(props: { adder: ReturnType<typeof useAdd> }) {
  const { t, fieldIssue } = useI18n()
  const form = () => props.adder.form
  const wrongUrl = () => {
    const issue = form().issue('url')
    return issue && fieldIssue(t('webhooks.url'), issue)
  }
  const toggle = (event: WebhookEvent) => {
    const { events } = form().values()
    form().set('events', events.includes(event) ? events.filter((other) => other !== event) : [...events, event])
  }
  return (
    <div class="flex flex-col gap-4">
      <Refusal error={props.adder.add.error} />
      <Field label={t('webhooks.url')} error={wrongUrl()} isRequired>
        <TextInput
          type="url"
          placeholder="https://example.com/mozhou"
          value={form().values().url}
          onValueChange={(url) => form().set('url', url)}
        />
      </Field>
      <fieldset>
        <legend class="mb-1.5 text-sm font-medium">{t('webhooks.events')}</legend>
        <div class="grid gap-2 sm:grid-cols-2">
          <For each={webhookEvents}>
            {(event) => (
              <label class="flex items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  class="size-4 accent-accent"
                  checked={form().values().events.includes(event)}
                  onChange={() => toggle(event)}
                />
                {t(`webhooks.eventOf.${event}`)}
              </label>
            )}
          </For>
        </div>
        <Show when={form().issue('events')}>
          <p role="alert" class="mt-1 text-xs text-danger">
            {t('webhooks.eventsNeeded')}
          </p>
        </Show>
      </fieldset>
    </div>
  )
}
