import type { Token } from 'markdown-it'

/** The library's token, made in one step: its own defines each field by a call, which was a third of what reading took. */
export class PlainToken implements Token {
  type: string
  tag: string
  nesting: -1 | 0 | 1
  attrs: Token['attrs'] = null
  map: Token['map'] = null
  level = 0
  children: Token[] | null = null
  content = ''
  markup = ''
  info = ''
  meta: Token['meta'] = null
  block = false
  hidden = false

  constructor(type: string, tag: string, nesting: -1 | 0 | 1) {
    this.type = type
    this.tag = tag
    this.nesting = nesting
  }

  attrIndex(name: string): number {
    return this.attrs?.findIndex(([key]) => key === name) ?? -1
  }

  attrGet(name: string): string | number | null {
    return this.attrs?.[this.attrIndex(name)]?.[1] ?? null
  }

  attrPush(attribute: [string, string | number]) {
    this.attrs = [...(this.attrs ?? []), attribute]
  }

  attrSet(name: string, value: string | number) {
    this.attrs = [...(this.attrs ?? []).filter(([key]) => key !== name), [name, value]]
  }

  attrJoin(name: string, value: string | number) {
    const before = this.attrGet(name)
    this.attrSet(name, before === null ? value : `${before} ${value}`)
  }
}
