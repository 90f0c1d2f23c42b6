import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { candidateModels } from './candidate-rules.ts'
import { loadCatalogue } from './catalogue.ts'
import { readOpenCircuits } from './circuit.ts'
import type { CatalogueModel } from './catalogue.ts'

/** Models that may write for this person, best first, at most three. @throws AppError MODEL_NOT_AVAILABLE when there is none. */
export async function chooseCandidates(
  ctx: DomainContext,
  question: { requestedModelId: string | null; isMember: boolean },
): Promise<CatalogueModel[]> {
  const models = (await loadCatalogue(ctx)).filter((model) => model.capability === 'text')
  const openCircuits = await readOpenCircuits(ctx)
  const candidates = candidateModels(models, { ...question, now: ctx.clock.now(), openCircuits })
  if (candidates.length === 0) throw new AppError('MODEL_NOT_AVAILABLE')
  return candidates
}
