import type { Brief } from '../brief.ts'
import type { Voice } from '../voice.ts'

export const sentenceEnds = /[。！？!?.…”」）)]\s*$/

/** Joins on to text that stops anywhere, even inside a sentence. */
export function bridge(written: string, brief: Brief, voice: Voice): string {
  if (sentenceEnds.test(written)) return '\n\n'
  if (/[：:，,、\n]\s*$/.test(written) || written.trim() === '') return ''
  const tails =
    brief.language === 'zh'
      ? ['——话说到这里，还差最关键的一步。', '，这一点值得单独展开。', '……停下来想一想，答案其实就在手边。']
      : [' — and that is where the real work begins. ', ', which deserves a closer look. ']
  return `${voice.random.pick(tails)}${brief.contract.length > 0 ? '\n\n' : ''}`
}
