import { Link } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { usePermissions } from '../accounts/use-permissions.ts'
import { Figure } from './figure.tsx'
import { LiveCard } from './live-card.tsx'
import { generations, received, registrations } from './queries.ts'
import { useSee } from './use-see.ts'
import { useI18n } from './words.ts'

/** Today against the same hours before. */
export function TodayCards() {
  const { t, number, money } = useI18n()
  const may = usePermissions()
  const see = useSee()
  const usageLink = (what: string) => (
    <Show when={may('usage:read')}>
      <Link to="/usage" {...see(what)}>
        {t('overview.see')}
      </Link>
    </Show>
  )
  return (
    <>
      <Show when={may('user:read')}>
        <LiveCard
          title={t('overview.registrations')}
          query={registrations}
          link={
            <Link to="/users" {...see(t('overview.registrations'))}>
              {t('overview.see')}
            </Link>
          }
        >
          {(data) => <Figure figures={data()} show={number} />}
        </LiveCard>
      </Show>
      <Show when={may('order:read')}>
        <LiveCard
          title={t('overview.received')}
          query={received}
          link={
            <Link to="/orders" search={{ status: 'fulfilled' }} {...see(t('overview.received'))}>
              {t('overview.see')}
            </Link>
          }
        >
          {(data) => <Figure figures={data()} show={money} />}
        </LiveCard>
      </Show>
      <Show when={may('generation:read')}>
        <LiveCard title={t('overview.generations')} query={generations} link={usageLink(t('overview.generations'))}>
          {(data) => <Figure figures={data().started} show={number} />}
        </LiveCard>
        <LiveCard title={t('overview.failures')} query={generations} link={usageLink(t('overview.failures'))}>
          {(data) => <Figure figures={data().failed} show={number} />}
        </LiveCard>
      </Show>
    </>
  )
}
