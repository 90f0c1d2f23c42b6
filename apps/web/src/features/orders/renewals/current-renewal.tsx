import type { MyRenewalsDto, RenewalDto, RenewalStartDto } from '@mozhou/contracts/renewals/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import { api } from '../../../api.ts'
import { myRenewal, signKey } from './queries.ts'
import { SignLink } from './sign-link.tsx'
import { useStartRenewal } from './use-start-renewal.ts'
import { useI18n } from './words.ts'

function useTurnOff() {
  const client = useQueryClient()
  return useMutation(() => ({
    mutationFn: (): Promise<MyRenewalsDto> => api.renewals.cancel.mutate(),
    onSuccess: (mine) => client.setQueryData(myRenewal().queryKey, mine),
  }))
}

/** What is on: the next charge, and the one press that turns it off. */
export function ActiveRenewal(props: { renewal: RenewalDto }) {
  const { t, money, exactTime, pick } = useI18n()
  const off = useTurnOff()
  const rows = () => {
    const { plan, priceFen, channel, nextCharge, createdAt, textVersion } = props.renewal
    return [
      { label: t('renewals.plan'), value: pick(plan.name) },
      ...(nextCharge === null
        ? []
        : [
            {
              label: t('renewals.next'),
              value: t('renewals.nextOf', money(nextCharge.amountFen), exactTime(nextCharge.at)),
            },
          ]),
      { label: t('renewals.price'), value: t('renewals.upTo', money(priceFen)) },
      { label: t('renewals.channel'), value: t(`renewals.channelOf.${channel}`) },
      { label: t('renewals.agreedAt'), value: exactTime(createdAt) },
      { label: t('renewals.terms'), value: textVersion },
    ]
  }
  return (
    <div class="flex flex-col gap-3">
      <Show when={props.renewal.isSandbox}>
        <p class="text-xs text-warning">{t('renewals.sandbox')}</p>
      </Show>
      <DetailsList rows={rows()} />
      <Show when={props.renewal.isCharging}>
        <Notice tone="info">{t('renewals.charging')}</Notice>
      </Show>
      <Refusal error={off.error} />
      <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button isPending={off.isPending} onClick={() => off.mutate()}>
          {t('renewals.off')}
        </Button>
        <span class="text-xs text-ink-3">{t('renewals.offHint')}</span>
      </div>
    </div>
  )
}

/** Agreed to here, and not signed at the channel yet. */
export function SigningRenewal(props: { renewal: RenewalDto }) {
  const { t } = useI18n()
  const off = useTurnOff()
  const start = useStartRenewal()
  const client = useQueryClient()
  const justStarted = () => {
    const begun = client.getQueryData<RenewalStartDto>(signKey)
    return begun?.renewal.id === props.renewal.id ? begun : undefined
  }
  return (
    <div class="flex flex-col gap-3">
      <Notice tone="info">{t('renewals.signing')}</Notice>
      <Refusal error={start.error ?? off.error} />
      <div class="flex flex-wrap gap-3">
        <Show
          when={start.data ?? justStarted()}
          fallback={
            <Button
              variant="primary"
              isPending={start.isPending}
              onClick={() => {
                const { plan, priceFen, channel, textVersion } = props.renewal
                start.mutate({ planId: plan.id, priceFen, channel, textVersion })
              }}
            >
              {t('renewals.again')}
            </Button>
          }
        >
          {(begun) => <SignLink start={begun()} />}
        </Show>
        <Button variant="ghost" isPending={off.isPending} onClick={() => off.mutate()}>
          {t('renewals.drop')}
        </Button>
      </div>
    </div>
  )
}
