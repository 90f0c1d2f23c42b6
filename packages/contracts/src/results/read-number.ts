import { chineseValue } from '../numbers/chinese-number.ts'

/**
 * `约 1.5 秒` → 1.5, `十二` → 12, `1分30秒` → 90, a range its middle, rounded: `3-5` → 4; `00:03-00:08`, from one time to another, → 5.
 * 0 where no number is.
 */
export function readNumber(text: string): number {
  const source = clockOf(halfWidth(text)).replaceAll(/(\d),(?=\d{3})/gu, '$1')
  const [from, to] = timesOf(source)
  if (from !== undefined) return to === undefined ? from : Math.max(0, to - from)
  const range = rangeOf(source)
  if (range) return Math.round((range.from + range.to) / 2)
  const [, minutes, seconds] =
    /(\d{1,9}(?:\.\d{1,3})?)[ \t]{0,3}(?:分钟?|min(?:ute)?s?)[ \t]{0,3}(\d{1,9}|半)?/iu.exec(source) ?? []
  if (minutes !== undefined) return secondsOf(minutes, seconds === '半' ? '30' : seconds)
  const written = /([一二两三四五六七八九十半]{1,3})分(?:钟)?(半|[一二三四五六七八九十]{1,3})?/u.exec(source)
  if (written) return readChinese(written[1] ?? '') * 60 + (written[2] === '半' ? 30 : readChinese(written[2] ?? ''))
  const digits = /\d{1,9}(?:\.\d{1,9})?/u.exec(source)
  return digits ? Number(digits[0]) : readChinese(source)
}

interface Range {
  from: number
  to: number
}

/** `3-5`, `3~5 秒`, `3 至 5`; times of a clock are none. */
function rangeOf(text: string): Range | null {
  const match =
    /(\d{1,9}(?:\.\d{1,9})?)[ \t]{0,3}(?:秒钟?|s(?:ec)?)?[ \t]{0,3}(?:[-–—~～〜]{1,3}|至|到|to)[ \t]{0,3}(\d{1,9}(?:\.\d{1,9})?)/iu.exec(
      text,
    )
  return match && !/\d:\d/u.test(text) ? { from: Number(match[1]), to: Number(match[2]) } : null
}

/** From when to when, in seconds: a range, or two times of a clock. */
export function spanOf(text: string): Range | null {
  const source = clockOf(halfWidth(text))
  const [from, to] = timesOf(source)
  return from !== undefined && to !== undefined ? { from, to } : rangeOf(source)
}

/** One time of a clock, `01:05`, in seconds; null for a span, and for how long something lasts. */
export function startOf(text: string): number | null {
  const [start, ...more] = timesOf(clockOf(halfWidth(text)))
  return start === undefined || more.length > 0 ? null : start
}

/** `01:05`, `00:01:05`. */
const timesOf = (text: string): number[] =>
  [...text.matchAll(/(?:(\d{1,2}):)?(\d{1,2}):(\d{2})/gu)].map(
    ([, hours = '0', minutes, seconds]) => Number(hours) * 3_600 + secondsOf(minutes, seconds),
  )

/** `0'05"` is a time of a clock as well; `5''` are seconds. */
const clockOf = (text: string) => text.replaceAll(/(\d{1,2})['’′](\d{2})(?!\d)["”″]?/gu, '$1:$2')

/** Digits, colons, points and dashes of full width as the usual ones. */
const halfWidth = (text: string) =>
  text.replaceAll(/[０-９：．－]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

/** Whether the number of a text says all that stands there: `5`, `5 秒`, `十二s`, nothing; not `约 5 秒` and not `3-5`. */
export const isOnlyNumber = (text: string) =>
  /^[\s*]*(?:(?:\d[\d,]{0,8}(?:\.\d{1,9})?|[一二两三四五六七八九十]{1,3})\s*(?:秒钟?|s|sec|seconds?|[″”"])?\.?|[-–—/]*)[\s*]*$/iu.test(
    halfWidth(text),
  )

const secondsOf = (minutes = '0', seconds = '0') => Number(minutes) * 60 + Number(seconds)

function readChinese(text: string): number {
  const numeral = /[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九半]/u.exec(text)?.[0] ?? ''
  return numeral === '半' ? 0.5 : chineseValue(numeral)
}
