import { asSection, mainSectionOf } from './contract.ts'
import { measure } from './measure.ts'
import { changed } from './rework.ts'
import { linesOf } from './sample.ts'
import { joinSections, splitSections } from './sections.ts'
import { translated } from './translate.ts'
import type { Weaver } from './weaver.ts'
import { writeBody } from './write-body.ts'
import { writeSection } from './write-section.ts'

/** A given text, translated or changed as asked; a work ends with the line that says what it is, a pasted text with a short mark. */
export function revised(text: string, weaver: Weaver, isWork: boolean): string {
  const { form, requirement } = weaver.brief
  if (form.facts['目标语言'] !== undefined) return translated(text, weaver.brief)
  const mark = isWork ? weaver.marks.work : weaver.marks.own
  const asked = [requirement ?? '', form.facts['改写方式'] ?? '', form.facts['风格'] ?? ''].join('；')
  return changed(text.replace(mark, '').trim(), asked, weaver, measure(mark)) + (isWork ? '\n\n' : '') + mark
}

/** A section beside the running text of a work: the summary says what was asked, and the title is another where one was. */
function revisedBeside(name: string, text: string, { brief, sample, phrase }: Weaver): string {
  const asked = (brief.requirement ?? '润色').replaceAll(/\s+/g, ' ')
  const bare = text.replace(/^沙盒示例：(?:已按“[^”]*”调整。)?/, '')
  if (/摘要|summary/i.test(name)) return `沙盒示例：已按“${asked.slice(0, 10)}”调整。${bare.slice(0, 70)}`
  if (!/标题|title/i.test(name) || !/标题|title/i.test(asked)) return text
  const titles = linesOf(sample, name).map((line) => phrase(line))
  return titles.find((title) => title !== text) ?? text
}

/** The whole answer: a text in the asked sections (or those of the given text), or a plain one when none are asked. */
export function writeAnswer(weaver: Weaver): string {
  const { brief } = weaver
  const given = splitSections(brief.source ?? '')
  const isWork = given.some(({ name }) => name !== '')
  const own = given.flatMap(({ name }) => (isWork && name !== '' ? [asSection(name, '')] : []))
  const asked = brief.contract.length > 0 ? brief.contract : own
  if (asked.length === 0 && brief.source !== null) return revised(brief.source, weaver, false)
  // Told once, because the sandbox has simplified Chinese and English samples only.
  const isCovered = /^(?!.*繁).*(?:中文|汉语|简体|chinese|zh|英文|英语|english|en\b)/i.test(brief.askedLanguage ?? 'zh')
  const limits = `[沙盒 Sandbox: only 简体中文 and English samples exist; asked for ${brief.askedLanguage}]\n\n`
  const note = isCovered ? '' : limits
  if (asked.length === 0) {
    const [title, summary] = ['标题', '摘要'].map((name) => writeSection(weaver, asSection(name, '')))
    return `${note}# ${title}\n\n${summary}\n\n${writeBody(weaver)}`
  }
  const main = mainSectionOf(asked)?.name
  const textOf = (section: (typeof asked)[number]): string => {
    const { name } = section
    const text = given.find((one) => one.name === name || (one.name === '' && name === main))?.text ?? ''
    if (text === '') return (name === main ? note : '') + writeSection(weaver, section)
    return name === main ? revised(text, weaver, isWork) : revisedBeside(name, text, weaver)
  }
  return joinSections(asked.map((section) => ({ name: section.name, text: textOf(section) })))
}
