import { VendorError } from '@mozhou/contracts/vendor-error'
import type { Wording } from '@mozhou/contracts/wording'
import { mediaAddress, mediaNamed } from '@mozhou/platforms/media-address'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { evidenceFrom } from '../platform-call.ts'
import { refusalOf } from '../platform-error.ts'
import type { Found, LostSubmission, Handoff, HandoffField, PlatformRef, PublishInput, Submission } from '../port.ts'
import { steps as usualSteps, type AssistedPlatform } from './editor.ts'

const labels: Readonly<Record<HandoffField['name'], Wording>> = {
  title: { zh: '标题', en: 'Title' },
  digest: { zh: '摘要', en: 'Digest' },
  body: { zh: '正文', en: 'Text' },
  caption: { zh: '描述', en: 'Caption' },
  tags: { zh: '话题', en: 'Topics' },
  author: { zh: '作者', en: 'Author' },
}

/** Tags, comments and pictures out of HTML: what is pasted where the clipboard holds no format. */
function plainOf(html: string): string {
  const lines = html
    .replaceAll(/<(?:br|\/p|\/h\d|\/li|\/blockquote|\/pre|\/tr|\/figure|\/section)\b[^>]*>/giu, '\n')
    .replaceAll(/<[^>]*>/gu, '')
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ', amp: '&' }
  return lines
    .replaceAll(/&(lt|gt|quot|#39|nbsp|amp);/gu, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim()
}

/** A picture is put in by hand: where it belongs stands its number among those to be saved. */
function withMarks(source: string, pkg: PlatformPackage): string {
  const order = orderOf(pkg)
  const markOf = (encoded: string) => {
    const at = order.findIndex((id) => mediaAddress(id) === `media:${encoded}`)
    return at < 0 ? '' : `【图${at + 1}】`
  }
  return source
    .replaceAll(/<img\b[^>]*\bsrc="media:([^"]*)"[^>]*>/gu, (_whole, encoded: string) => markOf(encoded))
    .replaceAll(/!\[[^\]]*\]\(media:([^)\s]*)[^)]*\)/gu, (_whole, encoded: string) => markOf(encoded))
}

function bodyOf(pkg: PlatformPackage): { text: string; html: string | null } {
  const { body } = pkg
  if (body.form === 'text') return { text: body.text, html: null }
  if (body.form === 'markdown') return { text: withMarks(body.markdown, pkg), html: null }
  const html = withMarks(body.html, pkg)
  return { text: plainOf(html), html }
}

function valueOf(name: HandoffField['name'], pkg: PlatformPackage): { text: string; html: string | null } {
  if (name === 'body' || name === 'caption') return bodyOf(pkg)
  if (name === 'tags') return { text: pkg.tags.map((tag) => `#${tag}`).join(' '), html: null }
  return { text: (name === 'author' ? pkg.author : pkg[name]) ?? '', html: null }
}

export const fieldsOf = (names: readonly HandoffField['name'][], pkg: PlatformPackage): HandoffField[] =>
  names.map((name) => ({ name, label: labels[name], ...valueOf(name, pkg) })).filter(({ text }) => text !== '')

/** Cover first, then as the text shows them, then the rest. */
export function orderOf(pkg: PlatformPackage): string[] {
  const { body, cover, media } = pkg
  const shown = body.form === 'text' ? [] : mediaNamed(body.form === 'html' ? body.html : body.markdown)
  const known = new Set(media.filter(({ kind }) => kind !== 'missing').map(({ id }) => id))
  const wanted = [...(cover === null ? [] : [cover]), ...shown, ...media.map(({ id }) => id)]
  return [...new Set(wanted)].filter((id) => known.has(id))
}

export function editorHandoff({ editors }: AssistedPlatform, pkg: PlatformPackage): Handoff | null {
  const editor = editors[pkg.contentType]
  if (!editor) return null
  const isDeclared = pkg.declarations.ai?.made === 'by_hand'
  const { publish, paste, declare } = usualSteps
  return {
    kind: 'editor',
    url: editor.url,
    phoneUrl: editor.phoneUrl,
    expiresAt: null,
    fields: fieldsOf(editor.fields, pkg),
    mediaIds: orderOf(pkg),
    steps: [...editor.steps, ...(isDeclared ? [declare] : []), publish, paste],
  }
}

/** Nobody is asked: the work is handed to its author. */
export function handOver(platform: AssistedPlatform, input: PublishInput, clock: { now(): Date }): Submission {
  const handoff = editorHandoff(platform, input.package)
  if (!handoff) {
    const details = { vendor: platform.platform, vendorCode: 'content_type_not_taken' }
    return { outcome: 'refused', refusal: refusalOf(new VendorError('invalid_request', details)) }
  }
  const evidence = evidenceFrom('handed_over', { by: 'user', at: clock.now() })
  return {
    outcome: 'awaiting_user',
    ref: { id: input.key, names: { way: 'assisted' } },
    handoff,
    capability: null,
    evidence,
  }
}

/** What a person was to publish was not published by a call of ours: there is nothing to look for. */
export const findNothing = ({ route }: LostSubmission): Promise<Found> | null =>
  route === 'api' || route === 'api_draft' ? null : Promise.resolve({ found: 'none', evidence: null })

/** Handed to its author by us, and not through an interface. */
export const isHandedOver = ({ names }: PlatformRef): boolean => names.way === 'assisted'
