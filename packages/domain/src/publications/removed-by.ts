import type { PublicationReason } from '@mozhou/contracts/publications/kinds'
import type { Wording } from '@mozhou/contracts/wording'
import type { Standing } from '@mozhou/integrations/publishing/port'

interface Removal {
  reason: PublicationReason
  detail: Wording | null
}

const said: Readonly<Record<NonNullable<Standing['actor']>, Removal>> = {
  user: {
    reason: 'removed_by_person',
    detail: { zh: '作者自己在平台上删除了这篇。', en: 'Its author deleted it there.' },
  },
  platform: {
    reason: 'removed_by_platform',
    detail: { zh: '平台把这篇下架了。', en: 'The platform took it down.' },
  },
}

/** Who did it is said where the platform says it; where it does not, nobody is accused. */
export const removedBy = (actor: Standing['actor']): Removal =>
  actor === null ? { reason: 'not_found_there', detail: null } : said[actor]
