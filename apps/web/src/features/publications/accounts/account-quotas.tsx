import { useQuery } from '@mozhou/ui/api/use-query'
import { Show } from 'solid-js'
import { quotasOf } from '../queries.ts'
import { useI18n } from '../words.ts'

/** What the platform has left for this account today, as it says itself; nothing where it gives no number. */
export function AccountQuotas(props: { accountId: string }) {
  const { t, pick, number, time } = useI18n()
  const quotas = useQuery(() => quotasOf(props.accountId))
  const told = () =>
    (quotas.data?.quotas ?? []).map(({ what, used, limit }) =>
      t('publishAccounts.quota', pick(what), number(used), number(limit)),
    )
  return (
    <Show when={quotas.data && told().length > 0} fallback={<Show when={quotas.error}>{<Unknown />}</Show>}>
      <p class="text-xs text-ink-2">
        {t('publishAccounts.quotas', told().join(' · '))}
        <span class="text-ink-3"> {t('publishAccounts.quotasAt', time(quotas.data?.at ?? ''))}</span>
      </p>
    </Show>
  )
}

function Unknown() {
  const { t } = useI18n()
  return <p class="text-xs text-ink-3">{t('publishAccounts.quotasUnknown')}</p>
}
