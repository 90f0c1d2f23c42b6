import type { Brief } from '../brief.ts'
import { measure } from '../measure.ts'

/** Texts to work on or to look at, not facts to tell. */
const notTold = /原文|已写|已有内容|前文|上文|大纲|提纲|参考|范文|样例|附件|词表|术语/

/** What the person gave, a paragraph for each label, whole sentences up to a length; section marks in it lose their brackets. */
export function materialOf(brief: Brief, room: number): string {
  const given = Object.entries(brief.materials).filter(([label]) => !notTold.test(label))
  const skills = Object.entries(brief.facts).filter(([label]) => /技能/.test(label))
  const paragraphs: string[] = []
  let left = room
  for (const [label, text] of [...skills, ...given]) {
    const kept = `${label}：`.concat(
      text
        .split(/\n+/)
        .map((line) => line.replaceAll(/[【】]/g, '').trim())
        .filter((line) => line !== '' && (left -= measure(line)) >= 0)
        .join('；'),
    )
    if (!kept.endsWith('：')) paragraphs.push(/[。！？]$/.test(kept) ? kept : `${kept.replace(/；$/, '')}。`)
  }
  return paragraphs.join('\n\n')
}
