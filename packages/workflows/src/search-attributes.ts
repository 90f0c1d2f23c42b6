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
  platform: defineSearchAttributeKey('Platform', 'KEYWORD'),
  bizType: defineSearchAttributeKey('BizType', 'KEYWORD'),
  bizStatus: defineSearchAttributeKey('BizStatus', 'KEYWORD'),
  tier: defineSearchAttributeKey('Tier', 'KEYWORD'),
  model: defineSearchAttributeKey('Model', 'KEYWORD'),
  credits: defineSearchAttributeKey('Credits', 'INT'),
  needsAttention: defineSearchAttributeKey('NeedsAttention', 'BOOL'),
}

/** By which the run of a publication is found, whoever starts it. */
export interface PublicationSearch {
  userId: string
  publicationId: string
  platform: string
}

export const publicationAttributes = ({ userId, publicationId, platform }: PublicationSearch) => [
  { key: searchKeys.userId, value: userId },
  { key: searchKeys.orderId, value: publicationId },
  { key: searchKeys.platform, value: platform },
  { key: searchKeys.bizType, value: 'publication' },
  { key: searchKeys.bizStatus, value: 'running' },
]
