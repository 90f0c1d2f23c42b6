import type { Handoff } from '@mozhou/integrations/publishing/port'
import { platforms } from '@mozhou/platforms/platforms'
import type { LockedPublication } from './lock-publication.ts'

/** Of a draft that was found there after its answer was lost: what the answer would have said is gone, where it lies is known. */
export function draftHandoff({
  platform,
  title,
  package: pack,
}: Pick<LockedPublication, 'platform' | 'title' | 'package'>): Handoff {
  const { hosts, name } = platforms[platform]
  const { ai } = pack.declarations
  const option = ai?.made === 'by_hand' ? ai.option : null
  return {
    kind: 'draft_box',
    url: `https://${hosts[0]}/`,
    phoneUrl: null,
    expiresAt: null,
    fields: [],
    mediaIds: [],
    steps: [
      {
        zh: `登录${name.zh}，打开草稿箱，找到《${title}》`,
        en: `Sign in to ${name.en}, open the drafts and find “${title}”`,
      },
      ...(option === null ? [] : [{ zh: `勾选“${option}”`, en: 'Tick the declaration that an AI had a part in it' }]),
      { zh: '发布，然后把文章链接粘贴到这里', en: 'Publish it, then paste its address here' },
    ],
  }
}
