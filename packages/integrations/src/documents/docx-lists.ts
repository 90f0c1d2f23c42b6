import { AlignmentType, LevelFormat } from 'docx'
import type { INumberingOptions } from 'docx'
import type { Block } from '@mozhou/text/blocks'

export const bulletReference = 'bullets'
export const orderedReference = (start: number) => `ordered-${start}`

/** Every list of a document is an instance of its own, so that each ordered one begins anew. */
export interface ListInstances {
  next(list: Extract<Block, { kind: 'list' }>): number
  /** What the document must declare for the lists it holds; call it when all are written. */
  numbering(): INumberingOptions
}

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8]
const indentOf = (level: number) => ({ left: 420 * (level + 1), hanging: 420 })

export function createListInstances(): ListInstances {
  let instances = 0
  const starts = new Set<number>()
  return {
    next(list) {
      if (list.isOrdered) starts.add(list.start)
      instances += 1
      return instances
    },
    numbering: () => ({
      config: [
        {
          reference: bulletReference,
          levels: levels.map((level) => ({
            level,
            format: LevelFormat.BULLET,
            text: ['•', '◦', '▪'][level % 3] ?? '•',
            alignment: AlignmentType.LEFT,
            style: { paragraph: { indent: indentOf(level) } },
          })),
        },
        ...[...starts].map((start) => ({
          reference: orderedReference(start),
          levels: levels.map((level) => ({
            level,
            start,
            format: LevelFormat.DECIMAL,
            text: `%${level + 1}.`,
            alignment: AlignmentType.LEFT,
            style: { paragraph: { indent: indentOf(level) } },
          })),
        })),
      ],
    }),
  }
}
