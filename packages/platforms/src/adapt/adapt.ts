import type { MeasureWidth } from '../cards/card.ts'
import { estimateWidth } from '../cards/estimate-width.ts'
import { usualContentType } from '../platforms.ts'
import type { ContentType, PlatformKey, Route } from '../platforms.ts'
import type { Change, PlatformPackage } from '../platform-package.ts'
import type { ThemeKey } from '../themes.ts'
import type { WorkDocument } from '../work-document.ts'
import type { Adapting } from './adapting.ts'
import { createChanges } from './changes.ts'
import { declareAi, hasLabel } from './declare-ai.ts'
import { leadOf } from './lead.ts'
import { createMediaList } from './media-list.ts'
import { blockLines } from './plain-text.ts'
import { arrangeMedia, chooseCover } from './set-media.ts'
import { articleWriters } from './write-article.ts'
import { writeCaption } from './write-caption.ts'

export interface AdaptOptions {
  /** Left out: what the work usually becomes there. */
  contentType?: ContentType
  /** Left out: the way that needs nothing of an account. */
  route?: Route
  /** What was found out of the account: whether the platform's AI declaration can be made. */
  declarable?: boolean | null
  theme?: ThemeKey
  /** Left out: by estimated widths. */
  measure?: MeasureWidth
}

export interface Adapted {
  package: PlatformPackage
  changes: readonly Change[]
}

/**
 * A work in one platform's form, and what that did to it. Pure: the same work and options give the same package, in browsers and on
 * servers. Nothing is cut: what does not fit stays as it is for a rule to refuse, or stands in the changes to the letter.
 */
export function adapt(platform: PlatformKey, document: WorkDocument, options: AdaptOptions = {}): Adapted {
  const hasVideo = document.media.some(({ kind }) => kind === 'video')
  const type = options.contentType ?? usualContentType(platform, hasVideo)
  const route = options.route ?? usualRoute(platform)
  const adapting: Adapting = { platform, document, changes: createChanges(), media: createMediaList(document.media) }
  const ai = hasModelPart(document, type) ? declareAi(platform, route, options.declarable ?? null) : null
  const { theme = 'plain', measure = estimateWidth } = options
  const tags = tagsFor(adapting, type)
  const label = labelFor(adapting, ai?.label ?? null)
  const hasTitleInside = platform === 'kuaishou'
  const writeArticle = type === 'article' ? articleWriters[platform] : undefined
  const digest = writeArticle ? digestFor(adapting) : ''
  const caption = writeArticle ? null : { type, tags, label, theme, measure, hasTitleInside }
  const written = caption ? writeCaption(adapting, caption) : null
  const body = writeArticle?.(document.blocks, { theme, label }, adapting)
  const media = arrangeMedia(adapting, type, written?.cards ?? [])
  return {
    package: {
      platform,
      contentType: type,
      route,
      title: caption && hasTitleInside ? '' : document.title,
      author: authorFor(adapting),
      digest,
      body: body ?? { form: 'text', text: written?.text ?? '' },
      tags,
      cover: chooseCover(adapting, type, media),
      media,
      // That it is original is vouched for by its person alone, never by adapting it.
      declarations: { ai, isOriginal: false },
      purpose: document.purpose,
    },
    changes: adapting.changes.list(),
  }
}

/** In the words, or in what goes along: readers are told of either. */
export const hasModelPart = ({ isAiGenerated, media }: WorkDocument, type: ContentType): boolean =>
  isAiGenerated || media.some(({ kind, ai }) => ai.isGenerated && (kind === 'image' || type === 'video'))

const usualRoute = (platform: PlatformKey): Route => {
  if (platform === 'wechat_official') return 'api_draft'
  return platform === 'douyin' ? 'handoff' : 'assisted'
}

const takesTags: readonly PlatformKey[] = ['xiaohongshu', 'douyin', 'kuaishou', 'zhihu']

/** Too many are a rule's matter; what no tag can hold is taken out of it here. */
function tagsFor({ platform, document, changes }: Adapting, type: ContentType): string[] {
  if (!takesTags.includes(platform) && !(platform === 'wechat_official' && type === 'image_text')) {
    for (const tag of document.tags) changes.add('tags_left_out', tag)
    return []
  }
  const clean = new Set<string>()
  for (const tag of document.tags) {
    const bare = tag.replaceAll(/[\s#＃@,，;；]+/gu, '')
    if (bare !== tag || clean.has(bare)) changes.add('tags_cleaned', tag)
    if (bare !== '') clean.add(bare)
  }
  return [...clean]
}

/** The words of the label where they have to be added; null where none are needed, or where they stand already. */
function labelFor({ document, changes }: Adapting, label: string | null): string | null {
  if (label === null) return null
  if (document.blocks.some((block) => hasLabel(blockLines(block, null).join('')))) return null
  changes.add('label_added', label)
  return label
}

const derivedDigest = 120

function digestFor({ platform, document, changes }: Adapting): string {
  const { summary, blocks } = document
  if (platform !== 'wechat_official') {
    if (summary !== null && summary !== '') changes.add('digest_left_out', summary)
    return ''
  }
  if (summary !== null && summary !== '') return summary
  const digest = leadOf(blocks, derivedDigest)
  if (digest !== '') changes.add('digest_derived')
  return digest
}

function authorFor({ platform, document, changes }: Adapting): string | null {
  if (document.author === null || platform === 'wechat_official') return document.author
  changes.add('author_left_out', document.author)
  return null
}
