import type { CatalogueModel } from './catalogue.ts'

/** More fallbacks than this only delay the refund. */
const maxCandidates = 3

export interface CandidateQuestion {
  requestedModelId: string | null
  isMember: boolean
  now: Date
  openCircuits: ReadonlySet<string>
}

export function isServed(model: CatalogueModel, now: Date): boolean {
  return model.isEnabled && (model.shutdownAt === null || new Date(model.shutdownAt) > now)
}

/**
 * Who may write, in order: the person's pick (or its replacement once it is shut down), else the default, then the others by
 * priority, vendors not yet tried first. Models behind an open circuit stand last, so that they are used only when all else is gone.
 */
export function candidateModels(models: readonly CatalogueModel[], question: CandidateQuestion): CatalogueModel[] {
  const usable = models.filter((model) => isServed(model, question.now) && (question.isMember || !model.isMembersOnly))
  const first = firstChoice(models, usable, question)
  const ordered = first ? [first] : []
  const rest = usable.filter((model) => model !== first).toSorted((left, right) => left.priority - right.priority)
  while (rest.length > 0) {
    const vendors = new Set(ordered.map((model) => model.vendor))
    const next = rest.find((model) => !vendors.has(model.vendor)) ?? rest[0]
    if (!next) break
    ordered.push(next)
    rest.splice(rest.indexOf(next), 1)
  }
  const isOpen = (model: CatalogueModel) => question.openCircuits.has(model.id)
  return [...ordered.filter((model) => !isOpen(model)), ...ordered.filter(isOpen)].slice(0, maxCandidates)
}

function firstChoice(
  all: readonly CatalogueModel[],
  usable: readonly CatalogueModel[],
  question: CandidateQuestion,
): CatalogueModel | undefined {
  const picked = resolveReplacement(all, question.requestedModelId, question.now)
  return usable.find((model) => model.id === picked) ?? usable.find((model) => model.isDefault) ?? usable[0]
}

function resolveReplacement(all: readonly CatalogueModel[], modelId: string | null, now: Date): string | null {
  const seen = new Set<string>()
  let id = modelId
  while (id !== null && !seen.has(id)) {
    seen.add(id)
    const model = all.find((candidate) => candidate.id === id)
    if (!model || isServed(model, now)) return id
    id = model.replacementId
  }
  return id
}
