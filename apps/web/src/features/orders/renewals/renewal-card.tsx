import type { MyRenewalsDto, RenewalDto } from '@mozhou/contracts/renewals/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { For, Match, Show, Switch } from 'solid-js'
import { plansOnSale } from '../queries.ts'
import { Consent } from './consent.tsx'
import { ActiveRenewal, SigningRenewal } from './current-renewal.tsx'
import { myRenewal } from './queries.ts'
import { useI18n } from './words.ts'

/** Automatic renewal on the membership page: whether it is on, what is charged next, off with one press, and what has been. */
export function RenewalCard() {
  const { t } = useI18n()
  const mine = useQuery(() => myRenewal())
  const isOn = () => mine.data?.current?.status === 'active'
  return (
    <Card
      title={t('renewals.title')}
      aside={
        <Show when={isOn()}>
          <Badge tone="success">{t('renewals.on')}</Badge>
        </Show>
      }
    >
      <Loaded query={mine}>
        {(data) => (
          <div class="flex flex-col gap-4">
            <Standing mine={data()} />
            <Show when={data().past.length > 0}>
              <Past past={data().past} />
            </Show>
          </div>
        )}
      </Loaded>
    </Card>
  )
}

function Standing(props: { mine: MyRenewalsDto }) {
  const { t } = useI18n()
  const only = (status: RenewalDto['status']) =>
    props.mine.current?.status === status ? props.mine.current : undefined
  const justOff = () => props.mine.current === null && props.mine.past[0]?.status === 'cancelled'
  return (
    <Switch
      fallback={<p class="text-sm text-ink-2">{t(`renewals.obstacleOf.${props.mine.obstacle ?? 'no_channel'}`)}</p>}
    >
      <Match when={only('active')}>{(renewal) => <ActiveRenewal renewal={renewal()} />}</Match>
      <Match when={only('signing')}>{(renewal) => <SigningRenewal renewal={renewal()} />}</Match>
      <Match when={props.mine.obstacle === null}>
        <Show when={justOff()}>
          <Notice tone="success">{t('renewals.isOff')}</Notice>
        </Show>
        <Offer mine={props.mine} />
      </Match>
    </Switch>
  )
}

function Offer(props: { mine: MyRenewalsDto }) {
  const plans = useQuery(() => plansOnSale())
  return (
    <Show when={props.mine.channels[0]}>
      {(channel) => (
        <Loaded query={plans}>
          {(list) => <Consent plans={list()} channel={channel()} textVersion={props.mine.textVersion} />}
        </Loaded>
      )}
    </Show>
  )
}

function Past(props: { past: readonly RenewalDto[] }) {
  const { t, pick, exactTime } = useI18n()
  const reason = ({ status, endReason }: RenewalDto) =>
    t(`renewals.reasonOf.${status === 'cancelled' ? 'by_person' : (endReason ?? 'by_person')}`)
  return (
    <details class="text-sm">
      <summary class="cursor-pointer font-medium">{t('renewals.record')}</summary>
      <ul class="mt-2 flex flex-col gap-1.5 text-ink-2">
        <For each={props.past}>
          {(renewal) => (
            <li>
              {t('renewals.recordOf', pick(renewal.plan.name), exactTime(renewal.endedAt ?? renewal.createdAt))} ·{' '}
              {reason(renewal)}
            </li>
          )}
        </For>
      </ul>
    </details>
  )
}
