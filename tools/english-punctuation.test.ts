import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

// Full-width punctuation in English words reads as a mistake, and comes of words that are put together outside of the dictionaries.
const root = fileURLToPath(new URL('..', import.meta.url))
const inTree = (pattern: string) =>
  globSync(pattern, { cwd: root, exclude: (path) => /node_modules|dist|\.types/u.test(path) }).toSorted()

/** CJK symbols and punctuation, and full-width forms; quotation marks and dashes are shared with English. */
const chinese = /[\u3000-\u303f\uff00-\uffef]/u

/** What is not shown: comments, and patterns that read what people typed. */
const shownOf = (source: string) =>
  source
    .replaceAll(/\/\*[\s\S]*?\*\//gu, '')
    .replaceAll(/^\s*\/\/.*$/gmu, '')
    .replaceAll(/\/(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n\s*])+\/[gimsuy]*/gu, '')

const found = (source: string) =>
  shownOf(source)
    .split('\n')
    .filter((line) => chinese.test(line))
    .map((line) => line.trim())

/** The English halves of wordings that stand beside their Chinese ones. */
function englishHalves(source: string): string[] {
  const halves = shownOf(source).matchAll(
    /\ben:\s*(?:\([^)]*\)\s*=>\s*)?('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`)/gu,
  )
  return [...halves].map(([, text = '']) => text).filter((text) => chinese.test(text))
}

/** Names of what stands on the platform's own page or in its text, as it stands there. */
const quoted = new Set([
  "'Put the saved pictures where their numbers 【图1】, 【图2】 stand'",
  "'the 【signature】 is missing'",
  "'Should end by asking, as in 妥否，请批示。'",
  "'In the order 一、 （一） 1. （1）'",
  "'Numbers lost (－) or added (＋)'",
])

const dictionaries = inTree('{apps,packages}/*/src/**/*.en.ts')
const sources = inTree('{apps,packages}/*/src/**/*.{ts,tsx}').filter(
  // Prompts are Chinese, also where they name English.
  (path) => !/\/prompts\/|\.test\.tsx?$|\/testing\/|\.(?:zh|en)\.ts$/u.test(path) && !path.startsWith('apps/sandbox/'),
)
const pages = sources.filter((path) => path.endsWith('.tsx'))

const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8')
const listOf = (paths: readonly string[], look: (source: string) => string[]) =>
  paths.flatMap((path) => look(read(path)).map((text) => `${path}: ${text}`))

describe('no Chinese punctuation', () => {
  it('in an English dictionary', () => {
    expect(dictionaries.length).toBeGreaterThan(30)
    expect(listOf(dictionaries, found)).toEqual([])
  })

  it('in the English half of a wording', () => {
    expect(listOf(sources, (source) => englishHalves(source).filter((text) => !quoted.has(text)))).toEqual([])
  })

  it('in what a page puts between words of either language', () => {
    expect(pages.length).toBeGreaterThan(100)
    expect(listOf(pages, found)).toEqual([])
  })
})

it.each([
  ['  sameFields: (names) => `Unchanged：${names}`,', 1],
  ['      {t("about")}：{name()}', 1],
  ["  hosts.join('、')", 1],
  ['  const marks = /[,，、;；\\n]/u', 0],
  ['  // 一、二', 0],
  ['  /** “甲”，乙。 */', 0],
  ["  said: 'It is “taken” — and answered…',", 0],
])('is found where it is shown alone: %s', (line, count) => {
  expect(found(line)).toHaveLength(count)
})

it('is found in an English half alone', () => {
  expect(englishHalves("{ zh: '已绑定：甲', en: 'Connected: A' }")).toEqual([])
  expect(englishHalves("{ zh: '已绑定：甲', en: 'Connected：A' }")).toEqual(["'Connected：A'"])
  expect(englishHalves('{ zh: (a) => `甲：${a}`, en: (a) => `A：${a}` }')).toEqual(['`A：${a}`'])
})
