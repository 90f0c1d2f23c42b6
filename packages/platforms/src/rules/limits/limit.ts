import type { Wording } from '@mozhou/contracts/wording'
import type { ContentType, PlatformKey } from '../../platforms.ts'
import type { LimitRule, Measure, RuleField, RuleSource, RuleUnit } from '../rule.ts'

/** One line of a platform's table. */
export interface LimitLine {
  measure: Measure
  bound: 'max' | 'min'
  soft?: number
  hard?: number
  unit?: RuleUnit
  /** Left out: all that the platform takes. */
  types?: readonly ContentType[]
  source: RuleSource
}

interface MeasureWords {
  field: RuleField
  unit: RuleUnit
  name: Wording
}

export const measures: Readonly<Record<Measure, MeasureWords>> = {
  title: { field: 'title', unit: 'code_points', name: { zh: '标题', en: 'Title' } },
  author: { field: 'author', unit: 'code_points', name: { zh: '作者名', en: 'Author' } },
  digest: { field: 'digest', unit: 'code_points', name: { zh: '摘要', en: 'Digest' } },
  body: { field: 'body', unit: 'code_points', name: { zh: '正文', en: 'Body' } },
  tag_count: { field: 'tags', unit: 'count', name: { zh: '话题数', en: 'Number of tags' } },
  image_count: { field: 'media', unit: 'count', name: { zh: '图片数', en: 'Number of pictures' } },
  image_bytes: { field: 'media', unit: 'bytes', name: { zh: '图片大小', en: 'Size of a picture' } },
  image_aspect: { field: 'media', unit: 'ratio', name: { zh: '图片宽高比', en: 'Aspect ratio of a picture' } },
  cover_bytes: { field: 'cover', unit: 'bytes', name: { zh: '封面大小', en: 'Size of the cover' } },
  cover_width: { field: 'cover', unit: 'pixels', name: { zh: '封面宽度', en: 'Width of the cover' } },
  cover_height: { field: 'cover', unit: 'pixels', name: { zh: '封面高度', en: 'Height of the cover' } },
  cover_aspect: { field: 'cover', unit: 'ratio', name: { zh: '封面宽高比', en: 'Aspect ratio of the cover' } },
  video_count: { field: 'media', unit: 'count', name: { zh: '视频数', en: 'Number of films' } },
  video_bytes: { field: 'media', unit: 'bytes', name: { zh: '视频大小', en: 'Size of the film' } },
  video_seconds: { field: 'media', unit: 'seconds', name: { zh: '视频时长', en: 'Length of the film' } },
  video_aspect: { field: 'media', unit: 'ratio', name: { zh: '视频宽高比', en: 'Aspect ratio of the film' } },
}

const unitWords: Readonly<Partial<Record<RuleUnit, Wording>>> = {
  code_points: { zh: '个字', en: 'characters' },
  half_width: { zh: '个字（半角算半个）', en: 'characters (half-width ones count ½)' },
  html_characters: { zh: '个字符（含排版代码）', en: 'characters of HTML' },
  html_bytes: { zh: '字节（含排版代码）', en: 'bytes of HTML' },
  utf8_bytes: { zh: '字节', en: 'bytes' },
  count: { zh: '个', en: '' },
  bytes: { zh: '字节', en: 'bytes' },
  seconds: { zh: '秒', en: 's' },
  pixels: { zh: '像素', en: 'px' },
}

/** A platform's lines as rules. */
export function limitsOf(
  platform: PlatformKey,
  taken: readonly ContentType[],
  lines: readonly LimitLine[],
): LimitRule[] {
  return lines.map(({ measure, bound, soft = null, hard = null, unit, types = taken, source }) => {
    const words = measures[measure]
    const counted = unit ?? words.unit
    return {
      kind: 'limit',
      code: [platform, measure, bound, ...(counted === words.unit ? [] : [counted]), ...suffix(types, taken)].join('.'),
      platforms: [platform],
      contentTypes: types,
      field: words.field,
      unit: counted,
      measure,
      bound,
      soft,
      hard,
      from: null,
      until: null,
      source,
      wording: limitWording(words.name, bound, soft, hard, counted),
    }
  })
}

const suffix = (types: readonly ContentType[], taken: readonly ContentType[]) =>
  types.length === taken.length ? [] : [types.join('+')]

/** “标题至多 32 个字（硬上限 64）” */
function limitWording(
  name: Wording,
  bound: 'max' | 'min',
  soft: number | null,
  hard: number | null,
  unit: RuleUnit,
): Wording {
  const value = soft ?? hard
  const words = unitWords[unit] ?? { zh: '', en: '' }
  const isBoth = soft !== null && hard !== null && soft !== hard
  return {
    zh: `${name.zh}${bound === 'max' ? '至多' : '至少'} ${String(value)} ${words.zh}${isBoth ? `（超出 ${String(hard)} 会被拒绝）` : ''}`.trim(),
    en: `${name.en}: at ${bound === 'max' ? 'most' : 'least'} ${String(value)} ${words.en}${isBoth ? ` (refused beyond ${String(hard)})` : ''}`.trim(),
  }
}
