import type { Brief } from '../brief.ts'
import { measure } from '../measure.ts'
import type { Voice } from '../voice.ts'
import { officialClosings, officialHeadings, officialSentences } from '../zh/official.ts'

const numerals = '一二三四五六'

/** 公文文种：命令（令） → 令; null when the prompt asks for no official document. */
export function documentKind(brief: Brief): string | null {
  const kind = brief.facts['公文文种'] ?? brief.facts['文种']
  return kind === undefined ? null : (/（(.+)）/.exec(kind)?.[1] ?? kind)
}

/** 发文机关关于事由的文种. */
export function officialTitle(brief: Brief): string | null {
  const kind = documentKind(brief)
  const issuer = brief.facts['发文机关']
  return kind === null || issuer === undefined ? null : `${issuer}关于${brief.topic}的${kind}`
}

/** 一、 and （一） in order, an opening that names the basis, and the kind's own last sentence. */
export function writeOfficialBody(brief: Brief, voice: Voice, target: number): string {
  const basis = brief.facts['行文依据']
  const closing = officialClosings[documentKind(brief) ?? ''] ?? ''
  const opening = `为做好${brief.topic}有关工作，${basis === undefined ? '' : `根据${basis}，`}现将有关事项明确如下。`
  const end = [closing, voice.book.sampleLine].filter((line) => line !== '')
  const room = target - measure([opening, ...end].join(''))
  const total = Math.max(1, Math.min(numerals.length, Math.round(room / 180)))
  const deck = sentenceDeck(voice)
  const blocks = [opening]
  let left = room
  for (let index = 0; index < total; index += 1) {
    const part = writePart(index, left / (total - index), deck)
    left -= measure(part.join(''))
    blocks.push(...part)
  }
  return [...blocks, ...end].join('\n\n')
}

function writePart(index: number, room: number, next: () => string): string[] {
  const heading = `${numerals.charAt(index)}、${officialHeadings[index] ?? ''}`
  const lines = [heading]
  let left = room - measure(heading)
  for (let item = 0; left > 10 && item < 30; item += 1) {
    const mark = item < numerals.length ? `（${numerals.charAt(item)}）` : ''
    let line = `${mark}${next()}`
    left -= measure(line)
    while (left > 60) {
      const more = next()
      line += more
      left -= measure(more)
      if (measure(line) > 90) break
    }
    lines.push(line)
  }
  return lines
}

function sentenceDeck(voice: Voice): () => string {
  const order = voice.random.shuffle(officialSentences)
  let turn = 0
  return () => {
    const sentence = order[turn % order.length] ?? ''
    const word = voice.keywords[turn % voice.keywords.length] ?? voice.topic
    turn += 1
    return sentence.replaceAll('{题}', voice.topic).replaceAll('{词}', word)
  }
}
