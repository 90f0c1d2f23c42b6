import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { AppError } from '@mozhou/contracts/errors'
import { examineFile } from './examine-file.ts'
import { fontEnvironment } from './drawing/drawing-fonts.ts'
import type { FileWork, FoundCode, MadePicture, MadePictures } from './port.ts'
import type { PictureAnswer } from './picture-process.ts'
import type { PictureTask, TaskResult } from './picture-tasks.ts'

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
  const run = async (task: PictureTask): Promise<TaskResult> => {
    clearTimeout(idle)
    const own = (child ??= start())
    try {
      return await answerOf(own, task, timeLimitMs)
    } catch (cause) {
      // A refusal of what was sent leaves it as it was; whatever else happened does not.
      if (!(cause instanceof AppError && cause.code !== 'FILES_BUSY')) end()
      throw cause
    } finally {
      idle = setTimeout(end, idleMs).unref()
    }
  }
  const inTurn = async (task: PictureTask): Promise<TaskResult> => {
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
    convert: async (task) => converted(await inTurn({ name: 'convert', task })),
    draw: async (task) => made(await inTurn({ name: 'draw', task })),
    drawFormula: async (task) => made(await inTurn({ name: 'drawFormula', task })),
    readCodes: async (task) => found(await inTurn({ name: 'readCodes', task })),
    close: async () => {
      clearTimeout(idle)
      await last
      end()
    },
  }
}

/** Written once for all the processes that one after the other do the work. */
let fonts: { FONTCONFIG_FILE: string } | null = null

function start(): ChildProcess {
  fonts ??= fontEnvironment()
  const child = fork(program, { execArgv: [], env: { ...fonts }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.unref()
  child.channel?.unref()
  return child
}

/** @throws AppError FILE_DAMAGED when the decoder does not take it, what drawing refuses, FILES_BUSY when it takes too long or is gone */
function answerOf(child: ChildProcess, task: PictureTask, timeLimitMs: number): Promise<TaskResult> {
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
      over(() => (said.kind === 'made' ? resolve(said.made) : reject(refusalOf(said))))
    child.on('message', answered).on('exit', gone).on('error', gone)
    child.channel?.ref()
    child.send(task)
  })
}

function refusalOf(said: Exclude<PictureAnswer, { kind: 'made' }>): AppError {
  switch (said.kind) {
    case 'letters':
      return new AppError('PICTURE_LETTERS_MISSING', { letters: said.letters.slice(0, shownLetters).join(' ') })
    case 'unreadable':
      return new AppError('FORMULA_UNREADABLE', {}, { cause: new Error(said.message) })
    case 'damaged':
      return new AppError('FILE_DAMAGED', { field: 'file' }, { cause: new Error(said.message) })
  }
}

/** More than anybody replaces one by one. */
const shownLetters = 20

function made(result: TaskResult): MadePictures {
  if (result === null || !('thumbnails' in result)) throw new Error('the process of pictures answered without pictures')
  return result
}

function converted(result: TaskResult): MadePicture {
  if (result === null || !('path' in result)) throw new Error('the process of pictures answered without a picture')
  return result
}

function found(result: TaskResult): FoundCode[] {
  if (!Array.isArray(result)) throw new Error('the process of pictures answered without codes')
  return result
}
