import type { OptimiseGoal } from '@mozhou/contracts/writing/optimise-goals'
import { cutAtParagraphs } from '@mozhou/contracts/tools/translation/paragraphs'
import type { WorkPlan } from './work-plan.ts'

/** Characters that one answer of a model with 8,192 tokens holds with room to spare. */
const inOneGo = 4_500
const pieceLimit = 2_000

const growth: Partial<Record<OptimiseGoal, number>> = { longer: 1.5, shorter: 0.6 }

/** The pieces of a text that is optimised part by part. */
export const piecesOf = (text: string): string[] => cutAtParagraphs(text, pieceLimit)

/** How a text is optimised that is too long for one answer; null for one that is not. */
export function planOptimising(text: string, optimise: NonNullable<WorkPlan['optimise']>): WorkPlan | null {
  if (text.length * (growth[optimise.goal] ?? 1) <= inOneGo) return null
  const parts = piecesOf(text).map((piece, index) => ({
    title: `第 ${index + 1} 部分`,
    brief: `以“${Array.from(piece.trim()).slice(0, 20).join('').replaceAll('\n', ' ')}”开头`,
  }))
  return { parts, isHeaded: false, ends: [], optimise }
}
