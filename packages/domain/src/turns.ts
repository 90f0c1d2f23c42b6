interface TurnLimits {
  atOnce: number
  /** How many may wait, and what whoever comes beyond is told; left out, any number may. */
  queue?: { mayWait: number; refusal: () => Error }
  /** Whether what one question was refused with answers all of its kind that had been asked before it was looked at. */
  isAnswerForAll?: (error: unknown) => boolean
}

/** Works that one refusal may answer together. */
export interface Question {
  kind: string
  /** When it came here, on the clock of `performance.now()`; it may have waited elsewhere before. */
  askedAt: number
}

interface Waiting {
  question: Question | null
  begin: () => void
  refuse: (error: unknown) => void
}

interface Answer {
  error: unknown
  /** When the work that was refused with it had begun. */
  begunAt: number
}

type Run = <T>(work: () => Promise<T>, question?: Question) => Promise<T>

export interface Turns {
  /**
   * Runs work when it is its turn. @throws, before anything was done, what `refusal` makes when too many wait already, and what answers its
   * kind of question
   */
  run: Run
  isIdle(): boolean
}

/** So many at once within this process; the others wait in the order in which they came. */
export function createTurns({ atOnce, queue, isAnswerForAll = () => false }: TurnLimits): Turns {
  let running = 0
  /** Answered, and not told yet. */
  let untold = 0
  let waiting: Waiting[] = []
  /** The newest refusal of a kind. */
  const answers = new Map<string, Answer>()

  /** What was true after the question came is an answer to it. */
  const answerTo = (question: Question | null | undefined) => {
    const answer = question ? answers.get(question.kind) : undefined
    return question && answer && question.askedAt < answer.begunAt ? answer : null
  }
  const answerAll = (answer: Answer, kind: string) => {
    if (answer.begunAt < (answers.get(kind)?.begunAt ?? 0)) return
    answers.set(kind, answer)
    const answered = waiting.filter(({ question }) => question?.kind === kind && answerTo(question))
    waiting = waiting.filter((one) => !answered.includes(one))
    untold += answered.length
    void oneByOne(answered, ({ refuse }) => {
      untold -= 1
      refuse(answer.error)
    })
  }
  return {
    async run(work, question) {
      const known = answerTo(question)
      if (known) throw known.error
      if (running < atOnce) running += 1
      else {
        if (queue && waiting.length >= queue.mayWait) throw queue.refusal()
        // Whoever ends hands its place over, so that nobody slips in between.
        await new Promise<void>((begin, refuse) => waiting.push({ question: question ?? null, begin, refuse }))
      }
      const begunAt = performance.now()
      try {
        return await work()
      } catch (error) {
        if (question && isAnswerForAll(error)) answerAll({ error, begunAt }, question.kind)
        throw error
      } finally {
        const next = waiting.shift()
        if (next) next.begin()
        else running -= 1
      }
    },
    isIdle: () => running === 0 && untold === 0,
  }
}

/** In a turn of the event loop each, so that others come between. */
async function oneByOne<T>(items: readonly T[], act: (item: T) => void): Promise<void> {
  for (const item of items) {
    act(item)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** The same for each key apart. */
export function createTurnsByKey(
  limits: TurnLimits,
): <T>(key: string, work: () => Promise<T>, question?: Question) => Promise<T> {
  const byKey = new Map<string, Turns>()
  return async (key, work, question) => {
    const turns = byKey.get(key) ?? createTurns(limits)
    byKey.set(key, turns)
    try {
      return await turns.run(work, question)
    } finally {
      if (turns.isIdle()) byKey.delete(key)
    }
  }
}
