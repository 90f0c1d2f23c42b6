import { adapt } from '@mozhou/platforms/adapt/adapt'
import { platformKeys } from '@mozhou/platforms/platforms'
import type { PlatformKey } from '@mozhou/platforms/platforms'
import { checkPackage } from '@mozhou/platforms/rules/check-package'
import type { WordList } from '@mozhou/platforms/rules/words/word-list'
import type { WorkDocument } from '@mozhou/platforms/work-document'
import { readMarkdown } from '@mozhou/text/read-markdown'
import { percentile } from './percentile.ts'
import { sampleText } from './texts.ts'

export interface PlatformCostRow {
  platform: string
  /** Of the thread's CPU. */
  adaptMs: number
  checkMs: number
  /** Both by the clock, which runs on while other programs have the core. */
  clockMs: number
}

/** Characters of the work, its marks included. */
export const workLength = 5_000
const rounds = 60
const words = 2_000

interface Taken {
  adapt: number[]
  check: number[]
  clock: number[]
}

/** What it takes to adapt and check a work for each platform, read anew each time as an editor does; the last row is all of them in turn. */
export function benchPlatforms(): PlatformCostRow[] {
  const work = readyWork()
  const times = new Map(
    [...platformKeys, 'all'].map((key): [string, Taken] => [key, { adapt: [], check: [], clock: [] }]),
  )
  for (let round = 0; round < rounds; round += 1) {
    const all = { adapt: 0, check: 0, clock: 0 }
    for (const key of platformKeys) {
      const taken = work(key)
      for (const part of ['adapt', 'check', 'clock'] as const) {
        times.get(key)?.[part].push(taken[part])
        all[part] += taken[part]
      }
    }
    for (const part of ['adapt', 'check', 'clock'] as const) times.get('all')?.[part].push(all[part])
  }
  // What the first rounds take is the compiler's. CPU is told in steps longer than one of these works, so that only its mean says something.
  const warm = (taken: number[]) => taken.slice(rounds / 3)
  const mean = (taken: number[]) => warm(taken).reduce((sum, value) => sum + value, 0) / warm(taken).length
  return [...times].map(([platform, { adapt: adapted, check, clock }]) => ({
    platform,
    adaptMs: mean(adapted),
    checkMs: mean(check),
    clockMs: percentile(warm(clock), 0.5),
  }))
}

/** All platforms once in a process that has compiled nothing yet: what the first press of a page takes. */
export function firstPlatforms(): { cpuMs: number; clockMs: number } {
  const work = readyWork()
  const taken = platformKeys.map(work)
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  return {
    cpuMs: sum(taken.map(({ adapt: adapted, check }) => adapted + check)),
    clockMs: sum(taken.map(({ clock }) => clock)),
  }
}

function readyWork() {
  const markdown = sampleText(workLength)
  const wordList = listOf(words)
  return (key: PlatformKey) => {
    const [begun, startedAt] = [cpuMs(), performance.now()]
    const { package: pack } = adapt(key, workOf(markdown), { theme: 'bamboo' })
    const adapted = cpuMs()
    checkPackage(pack, { day: '2026-11-30', wordList })
    return { adapt: adapted - begun, check: cpuMs() - adapted, clock: performance.now() - startedAt }
  }
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

const workOf = (markdown: string): WorkDocument => ({
  title: '从“写”到“编排”：内容团队的一年',
  summary: null,
  author: '小舟',
  blocks: readMarkdown(markdown),
  tags: ['内容创作', '效率', '团队'],
  media: [],
  cover: null,
  purpose: 'article',
  isAiGenerated: true,
})

/** Words that an operator might list, with common beginnings. */
const listOf = (count: number): WordList => ({
  version: 'bench',
  updatedOn: '2026-11-30',
  terms: Array.from({ length: count }, (_, at) => ({ term: `内容词${at}`, severity: 'warn' as const })),
})
