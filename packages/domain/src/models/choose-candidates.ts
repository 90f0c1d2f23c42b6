import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { getMembership } from '../memberships/get-membership.ts'
import { candidateModels } from './candidate-rules.ts'
import { loadCatalogue } from './catalogue.ts'
import { readOpenCircuits } from './circuit.ts'
import type { CatalogueModel } from './catalogue.ts'

/** Models that may write for this person, best first, at most three. @throws AppError MODEL_NOT_AVAILABLE when there is none. */
export async function chooseCandidates(
  ctx: DomainContext,
  question: { requestedModelId: string | null; userId: string },
): Promise<CatalogueModel[]> {
  const [membership, catalogue, openCircuits] = await Promise.all([
    getMembership(ctx, question.userId),
    loadCatalogue(ctx),
    readOpenCircuits(ctx),
  ])
  const models = catalogue.filter((model) => model.capability === 'text')
  const { isMember } = membership
  const { requestedModelId } = question
  const candidates = candidateModels(models, { requestedModelId, isMember, now: ctx.clock.now(), openCircuits })
  if (candidates.length === 0) throw new AppError('MODEL_NOT_AVAILABLE')
  return candidates
}
