import type { CampaignDto } from '@mozhou/contracts/campaigns/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { Link, useParams } from '@tanstack/solid-router'
import { For, Match, Show, Switch } from 'solid-js'
import { CampaignStatus } from './campaign-status.tsx'
import { CheckInCard } from './check-in-card.tsx'
import { campaignById } from './queries.ts'
import { useRuleWords } from './use-rule-words.ts'
import { useTakePart } from './use-take-part.ts'
import { useI18n } from './words.ts'

export function CampaignPage() {
  const { t } = useI18n()
  const params = useParams({ from: '/app/campaigns/$campaignId' })
  const campaign = useQuery(() => campaignById(params().campaignId))
  return (
    <Page
      title={campaign.data?.name ?? t('campaigns.title')}
      aside={
        <Link to="/campaigns" class={buttonClass({ variant: 'ghost' })}>
          {t('campaigns.back')}
        </Link>
      }
    >
      <Loaded query={campaign}>
        {(data) => (
          <div class="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
            <div class="flex flex-col gap-5">
              <Switch fallback={<TakePartCard campaign={data()} />}>
                <Match when={data().kind === 'check_in'}>
                  <CheckInCard campaign={data()} />
                </Match>
              </Switch>
            </div>
            <RulesCard campaign={data()} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function RulesCard(props: { campaign: CampaignDto }) {
  const { t, date, lastDay } = useI18n()
  const { lines } = useRuleWords()
  return (
    <Card title={t('campaigns.rules')} aside={<CampaignStatus campaign={props.campaign} />}>
      <p class="text-sm text-ink-2">
        {t('campaigns.span', date(props.campaign.startsAt), lastDay(props.campaign.endsAt))}
      </p>
      <ul class="mt-2 flex list-disc flex-col gap-1 pl-5 text-sm">
        <For each={lines(props.campaign)}>{(line) => <li>{line}</li>}</For>
      </ul>
      <Show when={props.campaign.description}>
        <p class="mt-3 border-t border-line pt-3 text-sm wrap-anywhere whitespace-pre-line text-ink-2">
          {props.campaign.description}
        </p>
      </Show>
    </Card>
  )
}

function TakePartCard(props: { campaign: CampaignDto }) {
  const { t, number } = useI18n()
  const { gives } = useRuleWords()
  const take = useTakePart(
    () => props.campaign,
    (taken) =>
      toastSuccess({
        title: taken.isRepeat
          ? t('campaigns.claimedAlready')
          : taken.userCouponId === null
            ? t('campaigns.claimed', number(taken.amount))
            : t('campaigns.couponClaimed'),
      }),
  )
  const claim = () => {
    const { rule } = props.campaign
    if (rule.kind === 'claim_gift') return t('campaigns.claimAction', number(rule.credits))
    return rule.kind === 'coupon' && rule.at === 'claim' ? t('campaigns.couponAction') : null
  }
  return (
    <Card title={t(`campaigns.kindOf.${props.campaign.kind}`)}>
      <div class="flex flex-col gap-4">
        <p class="text-lg font-semibold">{gives(props.campaign)}</p>
        <OwnPart campaign={props.campaign} />
        <Refused campaign={props.campaign} />
        <Refusal error={take.error} />
        <Show when={claim()}>
          {(action) => (
            <div>
              <Button
                variant="primary"
                size="lg"
                isPending={take.isPending}
                disabled={props.campaign.mine.refusal !== null}
                onClick={() => take.mutate()}
              >
                {action()}
              </Button>
            </div>
          )}
        </Show>
        <Show when={props.campaign.kind === 'recharge_offer' && props.campaign.status === 'running'}>
          <div>
            <Link to="/recharge" class={buttonClass({ variant: 'primary' })}>
              {t('campaigns.toRecharge')}
            </Link>
          </div>
        </Show>
        <Show when={props.campaign.kind === 'coupon' && props.campaign.mine.times > 0}>
          <div>
            <Link to="/coupons" class={buttonClass({ variant: 'ghost' })}>
              {t('campaigns.toCoupons')}
            </Link>
          </div>
        </Show>
        <Show when={props.campaign.kind === 'referral' && props.campaign.status === 'running'}>
          <div>
            <Link to="/referral" class={buttonClass({ variant: 'primary' })}>
              {t('campaigns.toReferral')}
            </Link>
          </div>
        </Show>
      </div>
    </Card>
  )
}

/** Why nobody, or not this person, can take part now. */
function Refused(props: { campaign: CampaignDto }) {
  const { t } = useI18n()
  const text = () => {
    const code = props.campaign.mine.refusal
    return code === null ? null : t(`campaigns.refusalOf.${code}`)
  }
  return <Show when={text()}>{(shown) => <Notice tone="info">{shown()}</Notice>}</Show>
}

function OwnPart(props: { campaign: CampaignDto }) {
  const { t, number, money } = useI18n()
  const received = () => {
    const { unit, kind, mine } = props.campaign
    if (unit === 'pieces') return t('campaigns.mineCoupons', number(mine.received))
    if (kind === 'referral')
      return t(
        'campaigns.mineMore',
        unit === 'fen' ? money(mine.received) : t('campaigns.credits', number(mine.received)),
      )
    return unit === 'fen'
      ? t('campaigns.mineOff', money(mine.received))
      : t('campaigns.mineReceived', number(mine.received))
  }
  return (
    <Show when={props.campaign.mine.times > 0}>
      <p class="flex flex-wrap gap-x-4 text-sm text-ink-2">
        <span>{t('campaigns.mineTimes', number(props.campaign.mine.times))}</span>
        <span>{received()}</span>
      </p>
    </Show>
  )
}
