import type { GenerationKind } from '@mozhou/contracts/generations/kinds'
import { generationPriceCredits } from '@mozhou/contracts/generations/price'
import { suggestionPriceCredits } from '@mozhou/contracts/platform-suggestions/kinds'
import { tools } from '@mozhou/contracts/tools/registry'
import type { Fulfilment } from '../generations/fulfilment.ts'
import { hasDeliveredText } from './finished-text.ts'
import { planWork } from './plan-work.ts'
import { storeText } from './store-text.ts'
import { writeAttempt } from './write-attempt.ts'
import { storedTool } from '../stored-columns.ts'

const acts: Record<GenerationKind, string> = {
  generate: '生成',
  regenerate: '重新生成',
  optimise: '优化',
  continue: '续写',
  rewrite: '改写选段',
}

/** Text by one of the writing tools: one price whatever the length, a smaller one for lines that a platform asks for, and a text that was paid for is gone on with for nothing. */
export const writingFulfilment: Fulfilment = {
  bizType: 'writing',
  capability: 'text',
  toolTitle: (tool) => tools[storedTool(tool)].title,
  label: ({ tool, kind }) => `${tools[storedTool(tool)].title.zh} · ${acts[kind]}`,
  attemptLabel: '文本生成',
  priceOf: ({ kind, input }) => ({
    credits: kind === 'rewrite' && 'suggestion' in input ? suggestionPriceCredits : generationPriceCredits,
    isPaidFor: kind === 'continue',
  }),
  plan: planWork,
  attempt: writeAttempt,
  hasDelivered: hasDeliveredText,
  // Any text that is kept stays charged; going on with it is free.
  undeliveredCredits: () => 0,
  store: storeText,
}
