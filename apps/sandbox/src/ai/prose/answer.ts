import { asSection, mainSectionOf } from './contract.ts'
import { changed } from './rework.ts'
import { measure, joinSections, splitSections } from './texts.ts'
import { translated } from './translate.ts'
import type { Weaver } from './weaver.ts'
import { writeBody, writeSection } from './write-section.ts'

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
  const titles = [name, asked].every((one) => /标题|title/i.test(one)) ? sample.linesOf(name) : []
  return titles.map((line) => phrase(line)).find((title) => title !== text) ?? text
}

/** The whole answer: a text in the asked sections (or those of the given text), or a plain one when none are asked. */
export function writeAnswer(weaver: Weaver): string {
  const { source, contract, askedLanguage } = weaver.brief
  const given = splitSections(source ?? '')
  const own = given.flatMap(({ name }) => (name === '' ? [] : asSection(name)))
  const asked = contract.length > 0 ? contract : own
  if (asked.length === 0 && source !== null) return revised(source, weaver, false)
  const isCovered = /^(?!.*繁).*(?:中文|汉语|简体|chinese|zh|英文|英语|english|en\b)/i.test(askedLanguage ?? 'zh')
  const limits = `[沙盒 Sandbox: only 简体中文 and English samples exist; asked for ${askedLanguage}]\n\n`
  const note = isCovered ? '' : limits
  if (asked.length === 0) {
    const [title, summary] = ['标题', '摘要'].map((name) => writeSection(weaver, asSection(name)))
    return `${note}# ${title}\n\n${summary}\n\n${writeBody(weaver)}`
  }
  const main = mainSectionOf(asked)?.name
  const sections = asked.map((section) => {
    const { name } = section
    const text = given.find((one) => one.name === name || (one.name === '' && name === main))?.text ?? ''
    if (text === '') return { name, text: (name === main ? note : '') + writeSection(weaver, section) }
    return { name, text: name === main ? revised(text, weaver, own.length > 0) : revisedBeside(name, text, weaver) }
  })
  return joinSections(sections)
}
