import { Page } from '@mozhou/ui/app/page.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Spinner } from '@mozhou/ui/components/spinner.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Link, useNavigate, useSearch } from '@tanstack/solid-router'
import { onMount, Show } from 'solid-js'
import { calls } from '../calls.ts'
import { tellPublications } from '../queries.ts'
import { useI18n } from '../words.ts'

/** Where a platform sends people back to. What it brings is good once: a reload is told so. */
export function ConnectedPage() {
  const { t } = useI18n()
  const client = useQueryClient()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/publish/connected' })
  const complete = useMutation(() => ({
    mutationFn: (brought: { state: string; code: string }) => calls.completeConnect.mutate(brought),
    onSuccess: async ({ name }) => {
      toastSuccess({ title: t('publishAccounts.connected', name) })
      await tellPublications(client)
      await navigate({ to: '/publish/accounts', replace: true })
    },
  }))
  const isRefused = () => search().code === undefined || search().state === undefined
  onMount(() => {
    const { state, code } = search()
    if (state !== undefined && code !== undefined) complete.mutate({ state, code })
  })
  return (
    <Page title={t('publishAccounts.title')}>
      <Card>
        <div class="flex flex-col items-start gap-4">
          <Show
            when={isRefused() || complete.error}
            fallback={
              <p role="status" class="flex items-center gap-3 text-sm text-ink-2">
                <Spinner />
                {t('publishAccounts.returning')}
              </p>
            }
          >
            <Show when={isRefused()}>
              <p class="text-sm">{t('publishAccounts.returnRefused')}</p>
            </Show>
            <Refusal error={complete.error} title={t('publishAccounts.returnFailed')} />
            <Link to="/publish/accounts" class={buttonClass({})}>
              {t('publishAccounts.back')}
            </Link>
          </Show>
        </div>
      </Card>
    </Page>
  )
}
