import { apiKeyScopeTitles } from '@mozhou/contracts/api-key-scopes'
import type { ApiKeyDto } from '@mozhou/contracts/api-keys/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useQuery } from '@mozhou/ui/api/use-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'
import { ApiKeyDialog } from './api-key-dialog.tsx'
import { myApiKeys } from './queries.ts'

export function ApiKeysCard() {
  const { t } = useI18n()
  const keys = useQuery(() => myApiKeys())
  const [isMaking, setIsMaking] = createSignal(false)
  return (
    <Card
      title={t('apiKeys.title')}
      description={
        <>
          {t('apiKeys.hint')}{' '}
          <a class="text-accent-text underline" href="/api/v1/docs" target="_blank" rel="noreferrer">
            {t('apiKeys.docs')}
          </a>
        </>
      }
      isFlush
      aside={
        <Button size="sm" onClick={() => setIsMaking(true)}>
          {t('apiKeys.make')}
        </Button>
      }
    >
      <Loaded query={keys}>
        {(list) => (
          <Show
            when={list().length > 0}
            fallback={<EmptyState title={t('apiKeys.emptyTitle')} description={t('apiKeys.emptyHint')} />}
          >
            <ul class="divide-y divide-line">
              <For each={list()}>{(key) => <ApiKeyRow apiKey={key} />}</For>
            </ul>
          </Show>
        )}
      </Loaded>
      <ApiKeyDialog isOpen={isMaking()} onClose={() => setIsMaking(false)} />
    </Card>
  )
}

function ApiKeyRow(props: { apiKey: ApiKeyDto }) {
  const { t, pick, time, date, error } = useI18n()
  const client = useQueryClient()
  const [isAsking, setIsAsking] = createSignal(false)
  const revoke = useMutation(() => ({
    mutationFn: () => api.apiKeys.revoke.mutate({ apiKeyId: props.apiKey.id }),
    onSuccess: async () => {
      setIsAsking(false)
      toastSuccess({ title: t('apiKeys.revoked') })
      await client.invalidateQueries({ queryKey: myApiKeys().queryKey })
    },
    onError: (cause) => toastError({ title: error(cause) }),
  }))
  const used = () =>
    props.apiKey.lastUsedAt === null ? t('apiKeys.neverUsed') : t('apiKeys.lastUsed', time(props.apiKey.lastUsedAt))
  const facts = () => {
    const { expiresAt } = props.apiKey
    return expiresAt === null ? used() : `${used()} · ${t('apiKeys.expires', date(expiresAt))}`
  }
  return (
    <li class="flex items-center gap-3 px-4 py-3">
      <div class="min-w-0 flex-1">
        <p class="truncate text-sm font-medium">{props.apiKey.name}</p>
        <p class="text-xs text-ink-3">
          <code>
            {props.apiKey.prefix}…{props.apiKey.last4}
          </code>{' '}
          · {facts()}
        </p>
        <p class="text-xs text-ink-3">
          {props.apiKey.scopes.map((scope) => pick(apiKeyScopeTitles[scope])).join(' · ')}
        </p>
      </div>
      <Button size="sm" variant="ghost" onClick={() => setIsAsking(true)}>
        {t('apiKeys.revoke')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking()}
        onClose={() => setIsAsking(false)}
        title={t('apiKeys.revokeTitle', props.apiKey.name)}
        description={t('apiKeys.revokeHint')}
        action={t('apiKeys.revoke')}
        isDanger
        isPending={revoke.isPending}
        onConfirm={() => revoke.mutate()}
      />
    </li>
  )
}
