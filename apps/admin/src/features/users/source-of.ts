import type { FirstTouchDto } from '@mozhou/contracts/accounts/answers'

/** Everything that is known of a first visit besides its channel, as it was sent: parameters, site, code. */
export function sourceOf(touch: FirstTouchDto): string {
  const campaign = [touch.utmSource, touch.utmMedium, touch.utmCampaign].filter((part) => part !== null).join(' / ')
  return [campaign, touch.referralCode, touch.referrerHost].filter((part) => part !== null && part !== '').join(' · ')
}
