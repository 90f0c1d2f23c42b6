/** One event of a stream, as lines without their ends; the writer decides line ends, spaces and timing. */
export interface Frame {
  lines: string[]
  /** Carries generated text: slowed down, and counted by "after k chunks". */
  isText: boolean
}

export function dataFrame(value: unknown, isText = false): Frame {
  return { lines: [`data: ${JSON.stringify(value)}`], isText }
}

export function eventFrame(event: string, value: unknown, isText = false): Frame {
  return { lines: [`event: ${event}`, `data: ${JSON.stringify(value)}`], isText }
}

export const doneFrame: Frame = { lines: ['data: [DONE]'], isText: false }
