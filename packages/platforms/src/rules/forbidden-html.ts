import type { PlatformKey } from '../platforms.ts'
import type { PlatformPackage } from '../platform-package.ts'
import { isOwnHost } from './words/addresses.ts'
import type { Hit } from './rule.ts'

interface HtmlForm {
  elements: readonly string[]
  /** Of any element; `style` is what 公众号 shows everything by. */
  attributes: readonly string[]
  links: 'own' | 'none' | 'any'
}

const prose = ['p', 'h2', 'h3', 'strong', 'em', 'blockquote', 'ul', 'ol', 'li', 'img', 'br', 'hr']

/** The HTML that each platform's editor keeps. What else stands in a body would go without a word. */
export const htmlForms: Readonly<Partial<Record<PlatformKey, HtmlForm>>> = {
  wechat_official: {
    elements: [
      ...prose,
      'h1',
      'h4',
      'section',
      'span',
      'a',
      'code',
      'pre',
      'del',
      'sup',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
    ],
    attributes: ['style', 'src', 'alt', 'href', 'start'],
    links: 'own',
  },
  toutiao: { elements: [...prose, 'div'], attributes: ['src', 'alt', 'class', 'start'], links: 'none' },
  baijiahao: { elements: prose, attributes: ['src', 'alt', 'start'], links: 'none' },
  zhihu: {
    elements: [...prose, 'a', 'code', 'pre', 'figure', 'figcaption', 'table', 'tbody', 'tr', 'th', 'td'],
    attributes: ['src', 'alt', 'href', 'start', 'lang', 'eeimg', 'data-draft-node', 'data-draft-type', 'data-size'],
    links: 'any',
  },
}

const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"]*")*)\s*\/?>/giu
const attribute = /\s+([a-z-]+)="([^"]*)"/giu
/** What 公众号's editor drops from a style, or shows elsewhere than meant. */
const unsafeStyle = /position\s*:|url\(|expression\(|var\(|@import|float\s*:/iu

export function forbiddenHtml({ platform, body }: PlatformPackage): Hit[] {
  const form = htmlForms[platform]
  if (body.form !== 'html' || !form) return []
  const wrong = new Map<string, number>()
  const add = (what: string) => wrong.set(what, (wrong.get(what) ?? 0) + 1)
  const rest = body.html.replaceAll(tag, (_all, end: string, name: string, attributes: string) => {
    if (!form.elements.includes(name.toLowerCase())) {
      if (end === '') add(`<${name.toLowerCase()}>`)
    } else for (const what of wrongAttributes(attributes, form, platform)) add(what)
    return ''
  })
  if (/<[a-z!/]/iu.test(rest)) add('<')
  return [...wrong].map(([what, count]) => ({
    field: 'body',
    item: what,
    measured: count,
    limit: 0,
    found: [],
    fix: null,
  }))
}

function wrongAttributes(attributes: string, form: HtmlForm, platform: PlatformKey): string[] {
  return [...attributes.matchAll(attribute)].flatMap(([, name = '', value = '']) => {
    if (!form.attributes.includes(name)) return [name]
    if (name === 'style' && unsafeStyle.test(value)) return ['style']
    const isForeign = form.links === 'none' || (form.links === 'own' && !isOwnHost(value, platform))
    return name === 'href' && (isForeign || !/^(?:https?:|mailto:)/iu.test(value)) ? ['href'] : []
  })
}
