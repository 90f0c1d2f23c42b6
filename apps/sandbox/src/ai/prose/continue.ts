import { writeAnswer } from './answer.ts'
import { mainSectionOf } from './contract.ts'
import { measure, joinSections, splitSections } from './texts.ts'
import { createWeaver, type Weaver } from './weaver.ts'

/** Variations of one answer; a continuation looks for the one that a text was cut from. */
export const variations = 32
const usualLength = 600

/** The rest of the very answer that was cut, found by writing it again; of a text changed since, what it still lacks. */
export function writeContinuation({ brief, variation, tell, marks }: Weaver): string {
  const written = brief.written ?? ''
  const bare = written.trimEnd()
  const answerOf = (at: number) => writeAnswer(createWeaver({ ...brief, written: null }, at))
  for (let at = bare === '' ? variations : 0; at < variations; at += 1) {
    const answer = answerOf(at)
    if (answer.startsWith(bare)) return answer.slice((answer.startsWith(written) ? written : bare).length)
  }
  const begun = splitSections(written)
  const open = begun.at(-1) ?? { name: '', text: '' }
  const names = ['', ...begun.map(({ name }) => name)]
  const missing = splitSections(answerOf(variation)).filter(({ name }) => !names.includes(name))
  const rest = missing.length === 0 ? '' : `\n${joinSections(missing)}`
  const running = brief.contract.length === 0 ? '' : mainSectionOf(brief.contract)?.name
  if (open.name !== running || open.text.includes(marks.work)) return rest
  const more = tell([], Math.max(60, (brief.length ?? usualLength) - measure(open.text)))
  return (/[。！？.!?…”\n]\s*$/.test(written) ? '\n\n' : '') + [...more, marks.work].join('\n\n') + rest
}
