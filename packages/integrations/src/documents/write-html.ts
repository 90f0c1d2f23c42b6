import { blockHtml, escapeHtml, htmlStyles } from '@mozhou/text/block-html'
import { partBlocks } from './document-blocks.ts'
import { officialHtml } from './official-html.ts'
import type { SourceDocument } from './port.ts'
import { aigcJson } from '../labels/aigc-label.ts'

export function writeHtml(document: SourceDocument): string {
  const { title, aiLabel } = document
  const label = aiLabel === null ? [] : [`<p style="${htmlStyles.label}">${escapeHtml(aiLabel)}</p>`]
  const lines = document.layout === 'official' ? [...officialHtml(document), ...label] : articleHtml(document, label)
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${document.provenance === null ? '' : `<meta name="AIGC" content="${escapeHtml(aigcJson(document.provenance))}">\n`}<title>${escapeHtml(title)}</title>
</head>
<body>
<section style="${htmlStyles.page}">
${lines.join('\n')}
</section>
</body>
</html>
`
}

function articleHtml({ title, parts }: SourceDocument, label: readonly string[]): string[] {
  const heading = `<h1 style="${htmlStyles.title}">${escapeHtml(title)}</h1>`
  return [heading, ...label, ...parts.flatMap(partBlocks).map(blockHtml)]
}
