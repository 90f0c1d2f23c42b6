import { endWithVersion } from '../../generations/end-with-version.ts'
import type { Fulfilment, Stage } from '../../generations/fulfilment.ts'
import { makeNumbers } from './make-numbers.ts'
import { readStored, stagesInAll } from './stored-numbers.ts'

const stages: readonly Stage[] = [
  { step: 1, name: '前半', delivers: true },
  { step: 2, name: '后半', delivers: true },
]

const madeOf = (run: { plan: unknown }) => readStored(run.plan).numbers.length

/** A kind of creation that only tests know: two numbers, one a stage, each worth half of the price. It proves that the frame knows no kind. */
export const numbersFulfilment: Fulfilment = {
  bizType: 'numbers',
  capability: 'text',
  toolTitle: () => ({ zh: '数字', en: 'Numbers' }),
  label: () => '数字 · 生成',
  attemptLabel: '数字生成',
  priceOf: () => ({ credits: 10, isPaidFor: false }),
  plan: async (_ctx, run) => stages.slice(madeOf(run)),
  attempt: makeNumbers,
  hasDelivered: (_ctx, run) => madeOf(run) > 0,
  undeliveredCredits: (_ctx, run) => run.priceCredits * (1 - madeOf(run) / stagesInAll),
  store: (ctx, run, end) => {
    const { numbers } = readStored(run.plan)
    return endWithVersion(ctx, run, end, {
      title: run.title,
      result: { numbers },
      checks: [],
      rawText: numbers.join('\n'),
      wordCount: numbers.length,
      isIncomplete: numbers.length < stagesInAll,
      promptVersion: 'numbers@1',
    })
  },
}
