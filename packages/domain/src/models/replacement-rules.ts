export interface ReplacementLink {
  id: string
  capability: string
  replacementId: string | null
}

export type ReplacementRefusal =
  | 'replacement_self'
  | 'replacement_unknown'
  | 'replacement_capability'
  | 'replacement_cycle'

/** Why `model` cannot be replaced by the model it names; null when it can. `others` is every model that is not deleted. */
export function whyNotReplacement(
  model: ReplacementLink,
  others: readonly ReplacementLink[],
): ReplacementRefusal | null {
  if (model.replacementId === null) return null
  if (model.replacementId === model.id) return 'replacement_self'
  const links = new Map(others.map((other) => [other.id, other]))
  const replacement = links.get(model.replacementId)
  if (!replacement) return 'replacement_unknown'
  if (replacement.capability !== model.capability) return 'replacement_capability'
  const seen = new Set<string>()
  // Rows from before this rule may run in a circle that does not come by here.
  for (
    let next = replacement.replacementId;
    next !== null && !seen.has(next);
    next = links.get(next)?.replacementId ?? null
  ) {
    if (next === model.id) return 'replacement_cycle'
    seen.add(next)
  }
  return null
}
