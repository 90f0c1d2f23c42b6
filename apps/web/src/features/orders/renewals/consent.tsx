import type { PlanDto } from '@mozhou/contracts/orders/answers'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { createSignal, Show } from 'solid-js'
import { AgreeBox } from './agree-box.tsx'
import { SignLink } from './sign-link.tsx'
import { RenewalTerms } from './terms.tsx'
import { useStartRenewal } from './use-start-renewal.ts'
import { useI18n } from './words.ts'

interface ConsentProps {
  /** One or more to choose from. */
  plans: readonly PlanDto[]
  channel: PayChannel
  textVersion: string
  isAgreed?: boolean
}

/** The consent: price and rhythm, what follows from it, the person's own tick, and the way to the channel where it is signed. */
export function Consent(props: ConsentProps) {
  const { t, money, pick } = useI18n()
  const [planId, setPlanId] = createSignal(props.plans[0]?.id ?? '')
  const [isAgreed, setIsAgreed] = createSignal(props.isAgreed ?? false)
  const start = useStartRenewal()
  const plan = () => props.plans.find(({ id }) => id === planId()) ?? props.plans[0]
  const channelName = () => t(`renewals.channelOf.${props.channel}`)
  return (
    <Show when={plan()}>
      {(chosen) => (
        <div class="flex flex-col gap-4">
          <Show when={props.plans.length > 1}>
            <Segmented
              label={t('renewals.choosePlan')}
              value={planId()}
              onValueChange={setPlanId}
              options={props.plans.map(({ id, name, priceFen }) => ({
                value: id,
                label: `${pick(name)} · ${money(priceFen)}`,
              }))}
            />
          </Show>
          <AgreeBox label={t('renewals.agree')} isAgreed={isAgreed()} onChange={setIsAgreed} />
          <RenewalTerms channel={props.channel} months={chosen().months} priceFen={chosen().priceFen} />
          <Refusal error={start.error} />
          <Show
            when={start.data}
            fallback={
              <div>
                <Button
                  variant="primary"
                  disabled={!isAgreed()}
                  isPending={start.isPending}
                  onClick={() =>
                    start.mutate({
                      planId: chosen().id,
                      priceFen: chosen().priceFen,
                      channel: props.channel,
                      textVersion: props.textVersion,
                    })
                  }
                >
                  {t('renewals.go', channelName())}
                </Button>
              </div>
            }
          >
            {(begun) => <SignLink start={begun()} />}
          </Show>
        </div>
      )}
    </Show>
  )
}
