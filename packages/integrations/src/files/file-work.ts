import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { AppError } from '@mozhou/contracts/errors'
import { examineFile } from './examine-file.ts'
import type { FileWork, MadePictures } from './port.ts'
import type { PictureAnswer } from './picture-process.ts'
import type { PictureTask } from './picture-tasks.ts'

export interface FileWorkLimits {
  /** Pictures that may wait for the one in hand. */
  mayWait: number
  /** What one picture may take once it is in hand; its process is ended then. */
  timeLimitMs: number
  /** After so long without a picture the process ends, and its memory with it. */
  idleMs?: number
}

const retryAfterSeconds = 10
const program = new URL('picture-process.ts', import.meta.url)

/** Pictures one after the other, in a process of their own: memory of decoders is theirs, and gone with them. */
export function createFileWork({ mayWait, timeLimitMs, idleMs = 60_000 }: FileWorkLimits): FileWork {
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  const end = () => {
    child?.kill('SIGKILL')
    child = null
  }
  const run = async (task: PictureTask): Promise<MadePictures | null> => {
    clearTimeout(idle)
    const own = (child ??= start())
    try {
      return await answerOf(own, task, timeLimitMs)
    } catch (cause) {
      // A refusal of the decoder leaves it as it was; whatever else happened does not.
      if (!(cause instanceof AppError && cause.code === 'FILE_DAMAGED')) end()
      throw cause
    } finally {
      idle = setTimeout(end, idleMs).unref()
    }
  }
  const inTurn = async (task: PictureTask): Promise<MadePictures | null> => {
    if (waiting > mayWait) throw new AppError('FILES_BUSY', { retryAfterSeconds })
    waiting += 1
    const turn = last.then(() => run(task))
    last = turn.catch(() => undefined)
    return turn.finally(() => {
      waiting -= 1
    })
  }
  return {
    examine: examineFile,
    clean: async (task) => made(await inTurn({ name: 'clean', task })),
    deliver: async (task) => made(await inTurn({ name: 'deliver', task })),
    label: async (task) => void (await inTurn({ name: 'label', task })),
    close: async () => {
      clearTimeout(idle)
      await last
      end()
    },
  }
}

function start(): ChildProcess {
  const child = fork(program, { execArgv: [], env: {}, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.unref()
  child.channel?.unref()
  return child
}

/** @throws AppError FILE_DAMAGED when the decoder does not take it, FILES_BUSY when it takes too long or is gone */
function answerOf(child: ChildProcess, task: PictureTask, timeLimitMs: number): Promise<MadePictures | null> {
  return new Promise((resolve, reject) => {
    const busy = (why: string) => () =>
      over(() => reject(new AppError('FILES_BUSY', { retryAfterSeconds }, { cause: new Error(why) })))
    const limit = setTimeout(busy('a picture took too long'), timeLimitMs)
    const gone = busy('the process of pictures ended')
    const over = (then: () => void) => {
      clearTimeout(limit)
      child.off('message', answered).off('exit', gone).off('error', gone)
      child.channel?.unref()
      then()
    }
    const answered = (said: PictureAnswer) =>
      over(() =>
        said.kind === 'made'
          ? resolve(said.made)
          : reject(new AppError('FILE_DAMAGED', { field: 'file' }, { cause: new Error(said.message) })),
      )
    child.on('message', answered).on('exit', gone).on('error', gone)
    child.channel?.ref()
    child.send(task)
  })
}

function made(pictures: MadePictures | null): MadePictures {
  if (pictures === null) throw new Error('the process of pictures answered without pictures')
  return pictures
}
