export const campaignsIds = { campaign: 'act', participation: 'par' } as const
