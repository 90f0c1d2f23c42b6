import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { getMembership } from '../memberships/get-membership.ts'
import { candidateModels } from './candidate-rules.ts'
import { loadCatalogue } from './catalogue.ts'
import { readOpenCircuits } from './circuit.ts'
import type { CatalogueModel } from './catalogue.ts'

/** What the choice of a model depends on, apart from the request itself. */
export interface Offer {
  isMember: boolean
  models: CatalogueModel[]
  openCircuits: ReadonlySet<string>
}

export async function readOffer(ctx: DomainContext, userId: string): Promise<Offer> {
  const [{ isMember }, catalogue, openCircuits] = await Promise.all([
    getMembership(ctx, userId),
    loadCatalogue(ctx),
    readOpenCircuits(ctx),
  ])
  return { isMember, models: catalogue.filter((model) => model.capability === 'text'), openCircuits }
}

/** Models of the offer that may write, best first, at most three. @throws AppError MODEL_NOT_AVAILABLE when there is none. */
export function chooseCandidates(
  ctx: Pick<DomainContext, 'clock'>,
  { models, isMember, openCircuits }: Offer,
  requestedModelId: string | null,
): CatalogueModel[] {
  const candidates = candidateModels(models, { requestedModelId, isMember, now: ctx.clock.now(), openCircuits })
  if (candidates.length === 0) throw new AppError('MODEL_NOT_AVAILABLE')
  return candidates
}
