import type { ToolCheck } from './check-answer.ts'
import { verdict } from './verdict.ts'
import type { Wording } from '../wording.ts'

/** A part that a text of its kind has. */
export interface ShapePart {
  name: Wording
  /** How its heading is written. */
  heading: RegExp
  /** Where it need not be a heading: a pattern of the text itself. */
  text?: RegExp
}

/** Headings, bold openings, `一、…`, `1. …` that is short, and short lines that end in a colon or stand alone. */
const headingLine =
  /^[ \t]*(?:#{1,6}[ \t]*(\S.*)|(?:[-*•][ \t]+)?(?:\*\*|【)([^*】\n]{1,30}?)(?:\*\*|】).*|(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.、][ \t]*)([^\n]{1,40})|(\S[^\n。！？；.!?;|]{0,19}?)[：:]?)[ \t]*$/gmu

/** What heads the parts of a text. */
export function headingsOf(text: string): string[] {
  return [...text.matchAll(headingLine)].map((match) => match.slice(1).find((part) => part !== undefined) ?? '')
}

/** A text that lacks a part of its kind is said to. */
export function shapeCheck(rule: string, text: string, parts: readonly ShapePart[]): ToolCheck {
  const headings = headingsOf(text).join('\n')
  const missing = parts.filter((part) => !part.heading.test(headings) && part.text?.test(text) !== true)
  const names = (of: keyof Wording, list: readonly ShapePart[], between: string) =>
    list.map(({ name }) => name[of]).join(between)
  const detail =
    missing.length === 0
      ? { zh: `有${names('zh', parts, '、')}`, en: `It has: ${names('en', parts, ', ')}` }
      : { zh: `没有找到：${names('zh', missing, '、')}`, en: `Not found: ${names('en', missing, ', ')}` }
  return verdict(rule, missing.length === 0, { zh: '结构', en: 'Shape' }, detail)
}
