import type { campaignsErrors } from './errors.ts'

export const campaignsErrorsEn = {
  CAMPAIGN_NOT_FOUND: 'There is no such campaign. Look in the list of campaigns.',
  CAMPAIGN_NOT_BEGUN: 'This campaign has not begun; nothing was recorded. Come back when it starts.',
  CAMPAIGN_PAUSED: 'This campaign is paused; nothing was recorded. Come back once it goes on.',
  CAMPAIGN_ENDED: 'This campaign has ended; nothing was recorded. Have a look at the others.',
  CAMPAIGN_NOT_FOR_YOU: 'This campaign is for other people; nothing was recorded. Have a look at the others.',
  CAMPAIGN_LIMIT_PERSON: 'Everybody may take part {{ limit }} times, and you have; this time nothing was recorded.',
  CAMPAIGN_LIMIT_DAY:
    'Everybody may take part {{ limit }} times a day; this time nothing was recorded. Come back tomorrow.',
  CAMPAIGN_BUDGET_USED_UP:
    'Everything this campaign had to give is gone; nothing was given or recorded. Have a look at the others.',
  CAMPAIGN_NOT_BY_HAND: 'This campaign takes effect by itself when its conditions are met; nothing was changed.',
  CAMPAIGN_CHANGED:
    'Somebody else has just changed this campaign; your change was not saved. Reload and make it again.',
  CAMPAIGN_NOT_DRAFT: 'Only drafts can be deleted; nothing was changed. End a published campaign instead.',
  CAMPAIGN_TRANSITION_UNFIT: 'That cannot be done to this campaign as it stands; nothing was changed. Reload and look.',
  CAMPAIGN_KIND_FIXED:
    'The kind of a campaign and what its budget counts stay; nothing was saved. Make a new campaign.',
  CAMPAIGN_BUDGET_TOO_SMALL: 'The budget cannot be below the {{ least }} that are spent or held; nothing was saved.',
  CAMPAIGN_LIST_UNKNOWN:
    '{{ count }} user names on the list do not exist, for example {{ names }}; nothing was saved. Check and save again.',
  CAMPAIGN_SEGMENT_UNKNOWN:
    'There is no such saved filter of yours on the list of users; nothing was saved. Choose another, or save it there first.',
  CAMPAIGN_LIMIT_MISSING: 'Say how often one person may take it; nothing was saved.',
  CAMPAIGN_LIMIT_ABOVE_COUPON:
    'Nobody may have more than {{ most }} of this coupon, so nobody can take part more often; nothing was saved.',
  CAMPAIGN_FORM_UNFIT:
    'The rules of referrals in force give rebates of another form, so that this would raise nothing; nothing was changed. Change the rules first, or make a campaign of their form.',
  CAMPAIGN_RATE_NOT_BETTER:
    'The rules of referrals in force give {{ ordinary }} % anyway, and a campaign has to give more; nothing was changed. Raise its rate.',
  CAMPAIGN_COUPON_UNFIT: 'This coupon does not exist or has ended; nothing was saved. Choose another.',
  CAMPAIGN_SHARE_TOO_HIGH:
    'With the second level of the present rules the rate passes {{ most }} % of what was paid; nothing was saved. Lower it.',
} satisfies Record<keyof typeof campaignsErrors, string>
