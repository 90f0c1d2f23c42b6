import { blockText } from '@mozhou/text/block-text'
import { partBlocks } from './document-blocks.ts'
import { officialText } from './official-text.ts'
import type { SourceDocument } from './port.ts'

/** The work without any marks, for places that take nothing else. */
export function writeText(document: SourceDocument): string {
  const { title, parts, aiLabel, layout } = document
  const label = aiLabel === null ? [] : [aiLabel]
  const blocks =
    layout === 'official'
      ? [officialText(document), ...label]
      : [title, ...label, ...parts.flatMap(partBlocks).map((block) => blockText(block, ''))]
  return `${blocks.join('\n\n')}\n`
}
