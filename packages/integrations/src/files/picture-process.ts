import { constants, setPriority } from 'node:os'
import sharp from 'sharp'
import type { MadePictures } from './port.ts'
import { runPictureTask } from './picture-tasks.ts'
import type { PictureTask } from './picture-tasks.ts'

/** What a process of pictures answers; `damaged`: the decoder did not take it. */
export type PictureAnswer = { kind: 'made'; made: MadePictures | null } | { kind: 'damaged'; message: string }

setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
sharp.cache(false)
sharp.concurrency(1)

process.on('message', (task: PictureTask) => {
  void runPictureTask(task).then(
    (made) => answer({ kind: 'made', made }),
    (cause: unknown) => answer({ kind: 'damaged', message: String(cause) }),
  )
})
// Nobody is left to work for.
process.on('disconnect', () => process.exit(0))

function answer(said: PictureAnswer): void {
  process.send?.(said)
}
