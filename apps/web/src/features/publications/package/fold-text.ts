import type { PlatformKey } from '@mozhou/platforms/platforms'

interface FoldLines {
  lines: number
  /** Chinese characters that a line holds. */
  columns: number
}

/**
 * Lines of a caption that stand open in the platform's own app. No platform documents them, and they differ by phone: looked at on a phone of
 * usual width (2026-11), and shown as about so much.
 */
const openLines: Readonly<Partial<Record<PlatformKey, FoldLines>>> = {
  xiaohongshu: { lines: 5, columns: 20 },
  douyin: { lines: 2, columns: 20 },
  kuaishou: { lines: 2, columns: 20 },
}

export interface FoldedCaption {
  open: string
  folded: string
}

/** Where a caption is folded away; all of it is open where the platform folds none. Its two parts are the caption to the letter. */
export function foldCaption(platform: PlatformKey, caption: string): FoldedCaption {
  const fold = openLines[platform]
  if (!fold) return { open: caption, folded: '' }
  let [line, column, at] = [1, 0, 0]
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(caption)) {
    const width = widthOf(segment)
    if (segment === '\n' || column + width > fold.columns) {
      line += 1
      column = 0
    }
    if (line > fold.lines) return { open: caption.slice(0, at), folded: caption.slice(at) }
    column += segment === '\n' ? 0 : width
    at += segment.length
  }
  return { open: caption, folded: '' }
}

const widthOf = (segment: string) => (segment.charCodeAt(0) < 0x80 ? 0.5 : 1)
