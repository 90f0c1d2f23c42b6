/** The first generation of a creation is `creation:{id}`; later ones add their ordinal. */
export function generationWorkflowId(creationId: string, ordinal: number): string {
  return ordinal === 1 ? `creation:${creationId}` : `creation:${creationId}:${ordinal}`
}

export const scheduleIds = {
  sweep: 'schedule:sweep-stuck-generations',
  audit: 'schedule:audit-ledger',
  tokens: 'schedule:clean-up-tokens',
  creations: 'schedule:clean-up-creations',
} as const
