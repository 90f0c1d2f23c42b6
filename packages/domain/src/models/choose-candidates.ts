import { whyUnable } from '@mozhou/contracts/models/image-abilities'
import type { ImageWish } from '@mozhou/contracts/models/image-abilities'
import type { Capability } from '@mozhou/contracts/models/kinds'
import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { candidateModels } from './candidate-rules.ts'
import { loadCatalogue } from './catalogue.ts'
import { readOpenCircuits } from './circuit.ts'
import type { CatalogueModel } from './catalogue.ts'

/** What the choice of a model depends on, apart from the request itself. */
export interface Offer {
  models: CatalogueModel[]
  openCircuits: ReadonlySet<string>
}

export async function readOffer(ctx: DomainContext): Promise<Offer> {
  const [models, openCircuits] = await Promise.all([loadCatalogue(ctx), readOpenCircuits(ctx)])
  return { models, openCircuits }
}

/** Models of the offer that can do what is asked, best first, at most three. @throws AppError MODEL_NOT_AVAILABLE when there is none. */
export function chooseCandidates(
  ctx: Pick<DomainContext, 'clock'>,
  { models, openCircuits }: Offer,
  {
    requestedModelId,
    capability,
    isMember,
    wish,
    suits,
  }: {
    requestedModelId: string | null
    capability: Capability
    isMember: boolean
    /** Of pictures: only models that can fulfil it are candidates, by what they can do and by their limits. */
    wish?: ImageWish
    /** Other models are no candidates. */
    suits?: ((model: CatalogueModel) => boolean) | undefined
  },
): CatalogueModel[] {
  const candidates = candidateModels(
    models.filter(
      (model) =>
        model.capability === capability && (!wish || canFulfil(model, wish)) && (suits === undefined || suits(model)),
    ),
    { requestedModelId, isMember, now: ctx.clock.now(), openCircuits },
  )
  if (candidates.length === 0) throw new AppError('MODEL_NOT_AVAILABLE')
  return candidates
}

const canFulfil = ({ abilities }: CatalogueModel, wish: ImageWish) =>
  abilities !== null && whyUnable(abilities, wish) === null
