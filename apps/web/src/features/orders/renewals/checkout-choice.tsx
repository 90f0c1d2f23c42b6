import type { OrderDto, PlanDto } from '@mozhou/contracts/orders/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Show } from 'solid-js'
import { plansOnSale } from '../queries.ts'
import { AgreeBox } from './agree-box.tsx'
import { Consent } from './consent.tsx'
import { ActiveRenewal } from './current-renewal.tsx'
import { myRenewal } from './queries.ts'
import { RenewalTerms } from './terms.tsx'
import { useI18n } from './words.ts'

/** The plan of an order, if it is sold as it was: what is agreed to is what is shown. */
function planOf(order: OrderDto, plans: readonly PlanDto[] | undefined): PlanDto | undefined {
  return plans?.find(({ key, priceFen }) => key === order.plan?.key && priceFen === order.priceFen)
}

/** Beside the payment of a membership: whether it is to renew itself. Unticked unless the person ticks it. */
export function CheckoutChoice(props: { order: OrderDto; isChosen: boolean; onChoose: (is: boolean) => void }) {
  const { t } = useI18n()
  const mine = useQuery(() => myRenewal())
  const plans = useQuery(() => plansOnSale())
  const channel = () => (mine.data?.current === null ? mine.data.channels[0] : undefined)
  return (
    <Show when={planOf(props.order, plans.data)}>
      {(plan) => (
        <Show when={channel()}>
          {(name) => (
            <Card title={t('renewals.title')}>
              <div class="flex flex-col gap-3">
                <AgreeBox
                  label={t('renewals.alsoAgree')}
                  hint={t('renewals.alsoHint')}
                  isAgreed={props.isChosen}
                  onChange={props.onChoose}
                />
                <RenewalTerms channel={name()} months={plan().months} priceFen={plan().priceFen} />
              </div>
            </Card>
          )}
        </Show>
      )}
    </Show>
  )
}

/** After it was paid, for who ticked the choice: the way to the channel where it is signed. */
export function ChosenRenewal(props: { order: OrderDto }) {
  const { t } = useI18n()
  const mine = useQuery(() => myRenewal())
  const plans = useQuery(() => plansOnSale())
  const active = () => (mine.data?.current?.status === 'active' ? mine.data.current : undefined)
  return (
    <Show when={mine.data}>
      {(data) => (
        <Show when={planOf(props.order, plans.data)}>
          {(plan) => (
            <Card title={t('renewals.title')}>
              <Show
                when={active()}
                fallback={
                  <Show when={data().channels[0]} fallback={t('renewals.obstacleOf.no_channel')}>
                    {(channel) => (
                      <Consent plans={[plan()]} channel={channel()} textVersion={data().textVersion} isAgreed />
                    )}
                  </Show>
                }
              >
                {(renewal) => <ActiveRenewal renewal={renewal()} />}
              </Show>
            </Card>
          )}
        </Show>
      )}
    </Show>
  )
}
