import { imageTools } from '@mozhou/contracts/image-tools/registry'
import type { Fulfilment } from '../generations/fulfilment.ts'
import { storedImageTool } from '../stored-columns.ts'

const later = () => Promise.reject(new Error('not made yet'))

export const imageFulfilment: Fulfilment = {
  bizType: 'image',
  capability: 'image',
  toolTitle: (tool) => imageTools[storedImageTool(tool)].title,
  label: ({ tool, kind }) => `${imageTools[storedImageTool(tool)].title.zh}${kind === 'generate' ? '' : ' · 新版本'}`,
  attemptLabel: '图片生成',
  priceOf: () => ({ credits: 10, isPaidFor: false }),
  plan: later,
  attempt: later,
  hasDelivered: later,
  undeliveredCredits: () => 0,
  store: later,
}
