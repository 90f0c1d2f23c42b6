import type { MyCodeDto } from '@mozhou/contracts/referrals/answers'
import { Card } from '@mozhou/ui/components/card.tsx'
import { CopyButton } from '@mozhou/ui/components/copy-button.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Link } from '@tanstack/solid-router'
import { For, Show } from 'solid-js'
import { useI18n } from './words.ts'

type Offer = NonNullable<MyCodeDto['offer']>

export function InviteCard(props: { invitation: MyCodeDto }) {
  const { t } = useI18n()
  const copied = (text: string, label: string) => (
    <span class="flex items-center justify-end gap-1">
      <span class="font-mono break-all">{text}</span>
      <CopyButton text={text} label={label} />
    </span>
  )
  return (
    <Card title={t('referral.invite')} class="h-full">
      <DetailsList
        rows={[
          { label: t('referral.code'), value: copied(props.invitation.code, t('referral.copyCode')) },
          { label: t('referral.link'), value: copied(props.invitation.link, t('referral.copyLink')) },
        ]}
      />
      <h3 class="mt-4 text-sm font-medium">{t('referral.rulesTitle')}</h3>
      <Rules offer={props.invitation.offer} />
      <Show when={props.invitation.campaign}>{(campaign) => <Campaign campaign={campaign()} />}</Show>
    </Card>
  )
}

/** What is given more while it runs. */
function Campaign(props: { campaign: NonNullable<MyCodeDto['campaign']> }) {
  const { t, number, lastDay } = useI18n()
  const gives = () => {
    const { rateBp, welcomeCredits } = props.campaign
    return [
      ...(rateBp === null ? [] : [t('referral.campaignRate', `${number(rateBp / 100)} %`)]),
      ...(welcomeCredits === null ? [] : [t('referral.campaignWelcome', number(welcomeCredits))]),
    ].join(t('referral.also'))
  }
  return (
    <div class="mt-4">
      <Notice tone="success">
        <Link
          to="/campaigns/$campaignId"
          params={{ campaignId: props.campaign.id }}
          class="font-medium hover:underline"
        >
          {props.campaign.name}
        </Link>
        {t('referral.campaignGives', gives(), lastDay(props.campaign.endsAt))}
      </Notice>
    </div>
  )
}

function Rules(props: { offer: Offer | null }) {
  const { t, number } = useI18n()
  const percent = (rateBp: number) => `${number(rateBp / 100)} %`
  const windowWords = ({ window, windowCount }: Offer) =>
    window === 'first_order'
      ? t('referral.ruleWindow.first_order')
      : t(`referral.ruleWindow.${window}`, number(windowCount ?? 0))
  const rateLines = ({ form, coupon }: Offer, rateBp: number) => {
    if (coupon === null) return [t('referral.ruleRate', percent(rateBp), t(`referral.formOf.${form}`))]
    const credits = number(coupon.credits)
    return [t('referral.ruleCoupon', percent(rateBp), credits, coupon.name), t('referral.ruleCouponInstead', credits)]
  }
  const lines = () => {
    const { offer } = props
    if (offer === null) return [t('referral.ruleOff')]
    const [rate1 = 0, rate2 = 0] = offer.ratesBp
    return [
      ...rateLines(offer, rate1),
      ...(rate2 > 0 ? [t('referral.ruleSecond', percent(rate2))] : []),
      ...(offer.welcomeCredits > 0 ? [t('referral.ruleWelcome', number(offer.welcomeCredits))] : []),
      windowWords(offer),
      t('referral.ruleHold', number(offer.holdDays)),
    ]
  }
  return (
    <ul class="mt-2 list-disc space-y-1 pl-5 text-sm text-ink-2">
      <For each={lines()}>{(line) => <li>{line}</li>}</For>
    </ul>
  )
}
