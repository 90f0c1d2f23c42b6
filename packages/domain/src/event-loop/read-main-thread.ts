import { Session } from 'node:inspector/promises'
import type { Debugger } from 'node:inspector'
import { pathToFileURL } from 'node:url'
import { underWayKey } from './watched.ts'

const patienceMs = 2_000
const deepest = 12

export interface Doing {
  /** Innermost first: function, file and line; never a value. Null where the main thread is not in our code, but in a call of the system. */
  stack: string[] | null
  underWay: string[]
}

/** Stops the main thread for a moment, looks where it is, and lets it go on. */
export async function readMainThread(): Promise<Doing> {
  const session = new Session()
  try {
    session.connectToMainThread()
    const pausing = pauseOf(session)
    const files = new Map<string, string>()
    session.on('Debugger.scriptParsed', ({ params: { scriptId, url } }) => files.set(scriptId, url))
    // Not awaited: the main thread answers where it stops, if it does.
    session.post('Debugger.enable').catch(ignore)
    session.post('Debugger.pause').catch(ignore)
    const { callFrames } = await pausing
    const underWay = await namesUnderWay(session, callFrames[0]?.callFrameId)
    await session.post('Debugger.resume')
    await session.post('Debugger.disable')
    return { stack: callFrames.slice(0, deepest).map((frame) => placeOf(frame, files)), underWay }
  } catch {
    return { stack: null, underWay: [] }
  } finally {
    session.disconnect()
  }
}

function pauseOf(session: Session): Promise<Debugger.PausedEventDataType> {
  return new Promise((resolve, reject) => {
    session.once('Debugger.paused', ({ params }) => resolve(params))
    setTimeout(() => reject(new Error(`no pause within ${patienceMs} ms`)), patienceMs)
  })
}

async function namesUnderWay(session: Session, callFrameId: string | undefined): Promise<string[]> {
  if (callFrameId === undefined) return []
  const expression = `globalThis[Symbol.for('${underWayKey}')]?.()`
  const { result } = await session.post('Debugger.evaluateOnCallFrame', {
    callFrameId,
    expression,
    returnByValue: true,
  })
  return Array.isArray(result.value) ? result.value.map(String) : []
}

/** Frames of modules carry no address of their own. */
function placeOf({ functionName, location }: Debugger.CallFrame, files: ReadonlyMap<string, string>): string {
  const file = (files.get(location.scriptId) ?? '').replace(`${pathToFileURL(process.cwd()).href}/`, '')
  return `${functionName || '(anonymous)'} ${file}:${location.lineNumber + 1}`
}

function ignore(): void {
  // Without a pause there is no answer, and the time-out tells.
}
