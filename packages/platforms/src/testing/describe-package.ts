import type { Adapted } from '../adapt/adapt.ts'
import { captionOf } from '../caption.ts'
import type { Change, PackageMedia, PlatformPackage } from '../platform-package.ts'
import { platforms } from '../platforms.ts'
import type { RuleResult } from '../rules/rule.ts'

/** A package as a person reads it: what is sent, what was done to the work, what is said of it. */
export function describePackage({ package: pack, changes }: Adapted, results: readonly RuleResult[]): string {
  const { platform, contentType, route, title, author, digest, tags, cover, declarations } = pack
  const lines = [
    `===== ${platforms[platform].name.zh} ${contentType} ${route}`,
    `title: ${title}`,
    ...(author === null ? [] : [`author: ${author}`]),
    ...(digest === '' ? [] : [`digest: ${digest}`]),
    ...(tags.length === 0 ? [] : [`tags: ${tags.join(' | ')}`]),
    `cover: ${cover ?? 'none'}`,
    ...(declarations.ai ? [`ai: ${declarations.ai.made}, ${declarations.ai.option ?? 'no option'}`] : []),
    '',
    bodyOf(pack),
    '',
    ...pack.media.map(describeMedium),
    ...changes.map(describeChange),
    ...results.map(describeResult),
  ]
  return lines.join('\n')
}

/** Styles are another snapshot's: here is what they are given to. */
function bodyOf(pack: PlatformPackage): string {
  const { body } = pack
  if (body.form === 'markdown') return body.markdown
  if (body.form === 'text') return captionOf(pack)
  return body.html
    .replaceAll(/ style="[^"]*"/gu, '')
    .replaceAll(/(?<=.)(?=<(?:section|p|h\d|ul|ol|li|table|tr|blockquote|pre|hr)\b)/gu, '\n')
    .replaceAll(/\n{2,}/gu, '\n')
}

function describeMedium(medium: PackageMedia): string {
  switch (medium.kind) {
    case 'card':
      return [`[${medium.id}]`, ...medium.card.text.split('\n').map((line) => `  ${line}`)].join('\n')
    case 'formula':
      return `[${medium.id}] ${medium.isDisplay ? 'display' : 'inline'} ${medium.tex.trim()}`
    case 'missing':
      return `[missing] ${medium.id}`
    case 'file':
      return `[${medium.id}] ${medium.fact.mimeType} ${medium.fact.width}×${medium.fact.height}`
  }
}

const mark = { changed: '~', lost: '-' } as const

const describeChange = ({ code, effect, count, items }: Change) =>
  `${mark[effect]} ${code} ×${count}${items.length === 0 ? '' : ` ${items.map((item) => JSON.stringify(item)).join(' ')}`}`

function describeResult({ severity, code, field, item, measured, limit, found, fix }: RuleResult): string {
  const place = item === null ? field : `${field} ${item}`
  const terms = [...new Set(found.map(({ term }) => `“${term}”`))].join('')
  const bound = limit === null ? '' : ` / ${limit}`
  return `! ${severity} ${code}: ${place} ${measured}${bound} ${terms}${fix ? ` → ${describeFix(fix)}` : ''}`.trimEnd()
}

function describeFix(fix: NonNullable<RuleResult['fix']>): string {
  const { kind: _kind, ...rest } = fix
  return Object.values(rest)
    .map((value) => JSON.stringify(value))
    .join(' ')
}
