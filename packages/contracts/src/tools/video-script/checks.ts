import { startOf } from '../../results/read-number.ts'
import type { ResultRow, ToolResult } from '../../results/section.ts'
import type { ToolCheck } from '../check-answer.ts'
import type { CountWords } from '../tool.ts'
import { notLookedAt, rowsOf, verdict } from '../verdict.ts'
import type { VideoScriptInput } from './fields.ts'

const secondsTolerance = 0.1
/** Spoken Chinese runs at four to five characters a second; beyond that a line does not fit its shot. */
const charactersPerSecond = 5

export function checkScript(result: ToolResult, input: VideoScriptInput, countWords: CountWords): ToolCheck[] {
  const rows = rowsOf(result, 'shots')
  const shots = rows.map(({ line, seconds }) => ({
    words: countWords(String(line ?? '')),
    seconds: Number(seconds ?? 0),
  }))
  const last = shots.at(-1)
  if (last?.seconds === 0) last.seconds = toTheEnd(rows.at(-1), shots, input.seconds)
  return [secondsCheck(shots, input.seconds), paceCheck(shots)]
}

/** Of shots that only say when they begin, the last runs to the end: what it says stands beside its text. */
function toTheEnd(row: ResultRow | undefined, shots: readonly Shot[], asked: number): number {
  const begun = shots.reduce((sum, { seconds }) => sum + seconds, 0)
  const remarks = Object.values(row ?? {}).flatMap((cell) => /秒数：(.*?)）/u.exec(String(cell))?.[1] ?? [])
  return begun > 0 && remarks.some((remark) => startOf(remark) === begun) ? Math.max(0, asked - begun) : 0
}

interface Shot {
  words: number
  seconds: number
}

/** Says what was read: a shot without seconds is one whose time could not be. */
function secondsCheck(shots: readonly Shot[], asked: number): ToolCheck {
  const total = Math.round(shots.reduce((sum, { seconds }) => sum + seconds, 0) * 10) / 10
  const untimed = shots.flatMap(({ seconds }, index) => (seconds === 0 ? [index + 1] : []))
  const each = shots.map(({ seconds }) => seconds).join('+')
  const unread = {
    zh: untimed.length === 0 ? '' : `；镜头 ${untimed.join('、')} 没有读到时长`,
    en: untimed.length === 0 ? '' : `; no time was read for shot ${untimed.join(', ')}`,
  }
  return verdict(
    'video.seconds',
    untimed.length === 0 && Math.abs(total - asked) <= asked * secondsTolerance,
    { zh: '总时长', en: 'Running time' },
    {
      zh: `要求 ${asked} 秒，${shots.length} 个镜头共 ${total} 秒（${each}）${unread.zh}`,
      en: `${asked} s asked, ${shots.length} shots make ${total} s (${each})${unread.en}`,
    },
  )
}

function paceCheck(shots: readonly Shot[]): ToolCheck {
  const label = { zh: '台词语速', en: 'Pace of the lines' }
  if (shots.every(({ words }) => words === 0))
    return notLookedAt('video.pace', label, { zh: '分镜里没有台词', en: 'no shot has a line' })
  const hurried = shots.flatMap(({ words, seconds }, index) =>
    words > Math.ceil(seconds * charactersPerSecond) ? [index + 1] : [],
  )
  return verdict(
    'video.pace',
    hurried.length === 0,
    label,
    hurried.length === 0
      ? { zh: '每个镜头都念得完', en: 'Every line fits its shot' }
      : {
          zh: `镜头 ${hurried.join('、')} 的台词念不完（每秒约 4–5 字）`,
          en: `Too much to say in shot ${hurried.join(', ')} (4 to 5 characters a second)`,
        },
  )
}
