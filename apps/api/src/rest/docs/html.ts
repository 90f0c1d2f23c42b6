/** Text made safe for HTML; only this and its own templates make markup. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | Markup | readonly Markup[]

/** A template whose values are escaped unless they are markup already. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Markup {
  return new Markup(
    strings.map((text, index) => text + (index < values.length ? shown(values[index] ?? '') : '')).join(''),
  )
}

export function join(parts: readonly Markup[]): Markup {
  return new Markup(parts.map(({ text }) => text).join(''))
}

function shown(value: Part): string {
  if (value instanceof Markup) return value.text
  return typeof value === 'string' || typeof value === 'number' ? escaped(String(value)) : join(value).text
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
