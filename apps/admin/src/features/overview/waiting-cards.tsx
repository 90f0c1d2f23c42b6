import type { LedgerAuditsDto } from '@mozhou/contracts/credits/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Link } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { usePermissions } from '../accounts/use-permissions.ts'
import { LiveCard } from './live-card.tsx'
import { abnormalOrders, lastAudit, refundsWaiting, supportWaiting } from './queries.ts'
import { useSee } from './use-see.ts'
import { Waiting, WaitingLine } from './waiting.tsx'
import { useI18n } from './words.ts'

const dayMs = 86_400_000

/** What waits for a person. */
export function WaitingCards() {
  const { t, number } = useI18n()
  const may = usePermissions()
  const see = useSee()
  return (
    <>
      <Show when={may('invariant:read')}>
        <LiveCard
          title={t('overview.money')}
          query={lastAudit}
          link={
            <Link to="/money-checks" {...see(t('overview.money'))}>
              {t('overview.see')}
            </Link>
          }
        >
          {(data) => <LastAudit audits={data()} />}
        </LiveCard>
      </Show>
      <Show when={may('order:read')}>
        <LiveCard
          title={t('overview.abnormal')}
          query={abnormalOrders}
          link={
            <Link to="/orders" search={{ abnormal: 'any' }} {...see(t('overview.abnormal'))}>
              {t('overview.see')}
            </Link>
          }
        >
          {(data) => <Waiting waiting={data()} />}
        </LiveCard>
      </Show>
      <Show when={may('refund:read')}>
        <LiveCard
          title={t('overview.refunds')}
          query={refundsWaiting}
          link={
            <Link to="/money-refunds" search={{ queue: 'waiting' }} {...see(t('overview.refunds'))}>
              {t('overview.see')}
            </Link>
          }
        >
          {(data) => (
            <ul>
              <WaitingLine label={t('overview.toDecide')} waiting={data().toDecide} lateMs={dayMs} />
              <WaitingLine
                label={
                  <Link to="/money-refunds" search={{ queue: 'attention' }} class="hover:underline">
                    {t('overview.toLookAt')}
                  </Link>
                }
                waiting={data().toLookAt}
                lateMs={0}
              />
            </ul>
          )}
        </LiveCard>
      </Show>
      <Show when={may('support:answer')}>
        <LiveCard
          title={t('overview.support')}
          query={supportWaiting}
          link={
            <Link to="/support" {...see(t('overview.support'))}>
              {t('overview.see')}
            </Link>
          }
        >
          {(data) => (
            <Waiting
              waiting={data()}
              {...(data().untaken > 0 && { hint: t('overview.untaken', number(data().untaken)) })}
            />
          )}
        </LiveCard>
      </Show>
    </>
  )
}

function LastAudit(props: { audits: LedgerAuditsDto }) {
  const { t, number, time, exactTime } = useI18n()
  return (
    <Show when={props.audits.last} fallback={<p class="text-sm text-ink-2">{t('overview.moneyNever')}</p>}>
      {(last) => {
        const broken = () => last().checks.filter(({ isPassed }) => !isPassed).length
        return (
          <>
            <p>
              <Badge tone={broken() === 0 ? 'success' : 'danger'}>
                {broken() === 0 ? t('overview.moneyHolds') : t('overview.moneyBroken', number(broken()))}
              </Badge>
            </p>
            <p class="mt-2 text-xs text-ink-2">
              <time title={exactTime(last().ranAt)}>{t('overview.ranAt', time(last().ranAt))}</time>
            </p>
          </>
        )
      }}
    </Show>
  )
}
