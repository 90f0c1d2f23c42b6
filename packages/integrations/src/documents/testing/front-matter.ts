import { parse } from 'yaml'

const head = /^---\n([\s\S]*?)\n---\n/

/** The label in a Markdown file's front matter, read by a parser that did not write it; null without one. */
export function markdownLabel(file: string): unknown {
  const [, matter] = head.exec(file) ?? []
  if (matter === undefined) return null
  const { AIGC: label } = parse(matter) as { AIGC?: string }
  return label === undefined ? null : JSON.parse(label)
}

/** What a reader of Markdown shows. */
export const markdownBody = (file: string): string => file.replace(head, '')
