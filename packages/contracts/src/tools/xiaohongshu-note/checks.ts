import { textLimit } from '../checks.ts'
import type { ToolResult } from '../../results/section.ts'
import type { ToolCheck } from '../check-answer.ts'
import { hasEmoji, itemsOf, textOf, verdict } from '../verdict.ts'
import { titleLimit } from './title-limit.ts'
import type { XiaohongshuNoteInput } from './fields.ts'

/** Limits of the platform's own editor: title 20 characters, text 1,000, 10 topics. */
const editorLimits = { title: '小红书创作服务平台发布页', url: 'https://creator.xiaohongshu.com', date: '2026-11-01' }

/** What the platform's editor takes, and what the form asked for. */
export function checkNote(result: ToolResult, input: XiaohongshuNoteInput): ToolCheck[] {
  const tags = itemsOf(result, 'tags').length
  const isTagged = tags >= 3 && tags <= 10
  return [
    textLimit('xiaohongshu.title', result['title'], titleLimit, { zh: '标题字数', en: 'Title length' }, editorLimits),
    textLimit(
      'xiaohongshu.body',
      result['body'],
      { most: 1_000, by: 'characters' },
      { zh: '正文上限', en: 'Text limit' },
      editorLimits,
    ),
    verdict(
      'xiaohongshu.tags',
      isTagged,
      { zh: '话题标签', en: 'Tags' },
      { zh: `${tags} 个，宜 3–10 个`, en: `${tags}; 3 to 10 are right` },
      editorLimits,
    ),
    emojiCheck(result, input),
    ...(input.isSponsored ? [sponsorCheck(result)] : []),
  ]
}

function emojiCheck(result: ToolResult, input: XiaohongshuNoteInput): ToolCheck {
  const has = hasEmoji(textOf(result, 'title') + textOf(result, 'body'))
  const isAsked = input.emoji !== 'none'
  const detail = has ? { zh: '文中有表情', en: 'There are some' } : { zh: '文中没有表情', en: 'There are none' }
  return verdict('xiaohongshu.emoji', has === isAsked, { zh: '表情符号', en: 'Emoji' }, detail)
}

/** 互联网广告管理办法, article 9: experience sharing with a purchase link is marked as an advertisement. */
function sponsorCheck(result: ToolResult): ToolCheck {
  const isMarked = /广告|合作|赞助|品牌方|寄送|赠送/u.test(
    `${textOf(result, 'body')}${itemsOf(result, 'tags').join('')}`,
  )
  const source = { title: '《互联网广告管理办法》第九条', url: 'https://www.samr.gov.cn', date: '2023-05-01' }
  const detail = isMarked
    ? { zh: '已写明合作关系', en: 'The note says so' }
    : { zh: '没有写明合作关系，请标注“广告”', en: 'The note does not say so; mark it as advertising' }
  return verdict('xiaohongshu.sponsor', isMarked, { zh: '合作声明', en: 'Paid partnership' }, detail, source)
}
