import { defineSearchAttributeKey } from '@temporalio/common'

/**
 * Ids are those of the edge (`gen_…`), so that what stands in the list opens the page of the operators' app. Registered by the launcher
 * (tools/launcher) and, in production, by `temporal operator search-attribute create`.
 */
export const searchKeys = {
  userId: defineSearchAttributeKey('UserId', 'KEYWORD'),
  creationId: defineSearchAttributeKey('CreationId', 'KEYWORD'),
  generationId: defineSearchAttributeKey('GenerationId', 'KEYWORD'),
  orderId: defineSearchAttributeKey('OrderId', 'KEYWORD'),
  bizType: defineSearchAttributeKey('BizType', 'KEYWORD'),
  bizStatus: defineSearchAttributeKey('BizStatus', 'KEYWORD'),
  tier: defineSearchAttributeKey('Tier', 'KEYWORD'),
  model: defineSearchAttributeKey('Model', 'KEYWORD'),
  credits: defineSearchAttributeKey('Credits', 'INT'),
  needsAttention: defineSearchAttributeKey('NeedsAttention', 'BOOL'),
}
