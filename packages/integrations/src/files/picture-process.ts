import { constants, setPriority } from 'node:os'
import sharp from 'sharp'
import { FormulaUnreadable } from './drawing/formula-svg.ts'
import { LettersMissing } from './drawing/letters-missing.ts'
import { runPictureTask } from './picture-tasks.ts'
import type { PictureTask, TaskResult } from './picture-tasks.ts'

/** What a process of pictures answers; `damaged`: the decoder did not take it. */
export type PictureAnswer =
  | { kind: 'made'; made: TaskResult }
  | { kind: 'damaged'; message: string }
  | { kind: 'unreadable'; message: string }
  | { kind: 'letters'; letters: readonly string[] }

setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
sharp.cache(false)
sharp.concurrency(1)

process.on('message', (task: PictureTask) => {
  void runPictureTask(task).then(
    (made) => answer({ kind: 'made', made }),
    (cause: unknown) => answer(refusalOf(cause)),
  )
})
// Nobody is left to work for.
process.on('disconnect', () => process.exit(0))

function refusalOf(cause: unknown): PictureAnswer {
  if (cause instanceof LettersMissing) return { kind: 'letters', letters: cause.letters }
  return { kind: cause instanceof FormulaUnreadable ? 'unreadable' : 'damaged', message: String(cause) }
}

function answer(said: PictureAnswer): void {
  process.send?.(said)
}
