import { aigcJson } from './aigc-label.ts'
import type { AiLabel } from './aigc-label.ts'

/**
 * The label of a Markdown file, as the front matter that TC260-PG-20258A names: one string of JSON under `AIGC`, before everything else. YAML takes
 * it in single quotes, in which nothing but the quote itself means anything (YAML 1.2.2, section 7.3.2).
 */
export function markdownFrontMatter(label: AiLabel): string {
  const json = aigcJson(label).replaceAll(unprintable, escaped)
  return `---\nAIGC: '${json.replaceAll("'", "''")}'\n---\n`
}

// What JSON leaves as it is, and YAML does not take or takes for the end of a line.
// oxlint-disable-next-line no-control-regex
const unprintable = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g

const escaped = (mark: string) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`
