import type { CampaignAudience, SegmentSearch } from '@mozhou/contracts/campaigns/rule'
import { useI18n } from './words.ts'

/** Whom a campaign is for, in words; of a saved filter its name and what it asked for when the campaign was saved. */
export function useAudienceWords(): (audience: CampaignAudience) => string {
  const { t, number, money } = useI18n()
  const asks = useSegmentWords()
  return (audience) => {
    const kind = t(`campaigns.audienceOf.${audience.kind}`)
    switch (audience.kind) {
      case 'all':
      case 'members':
        return kind
      case 'new':
      case 'dormant':
        return t('campaigns.audienceFor', kind, t('campaigns.daysMany', number(audience.days)))
      case 'spent_over':
        return t('campaigns.audienceFor', kind, money(audience.fen))
      case 'list':
        return t('campaigns.audienceFor', kind, t('campaigns.listed', number(audience.people)))
      case 'segment':
        return t('campaigns.segmentFrozen', audience.name, asks(audience.search))
    }
  }
}

/** What a saved filter of the list of people asks for, each condition as that list calls it. */
function useSegmentWords(): (search: SegmentSearch) => string {
  const { t } = useI18n()
  return ({ search = '', role, status, from, to }) => {
    const conditions = [
      search.trim() === '' ? null : t('campaigns.asksText', search.trim()),
      role === undefined ? null : t('campaigns.asksRole', t(`roles.${role}`)),
      status === undefined ? null : t('campaigns.asksStatus', t(`campaigns.userStatusOf.${status}`)),
      from === undefined && to === undefined ? null : t('campaigns.asksDays', from ?? '…', to ?? '…'),
    ].filter((condition) => condition !== null)
    return conditions.length === 0 ? t('campaigns.asksNothing') : conditions.join(' · ')
  }
}
